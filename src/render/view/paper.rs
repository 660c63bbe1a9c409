//! A paper beside the plan: its head, which names the plan, and its parts.

use serde::Serialize;

use super::Labels;
use super::PartView;
use super::blocks::BlockView;
use super::fill;
use super::issue;
use crate::model::plan::Plan;
use crate::model::vietnamese;

/// A paper beside the plan.
#[derive(Debug, Serialize)]
pub(crate) struct PaperView {
    /// The title of the file.
    pub title: String,
    /// "HƯỚNG DẪN THỰC HIỆN".
    pub kind: String,
    /// The plan's subject.
    pub subject: String,
    /// "(Kèm theo Kế hoạch số …)".
    pub attached_to: String,
    /// Who issues it.
    pub issuer: String,
    /// "DỰ THẢO", or nothing.
    pub draft: String,
    /// The day of the plan: year, month, day.
    pub date: (i32, u8, u8),
    /// Whether its sheets are turned.
    pub landscape: bool,
    /// What stands before its parts.
    pub lead: Vec<BlockView>,
    /// Its parts.
    pub parts: Vec<PartView>,
}

impl PaperView {
    /// A paper of this kind with these parts; `title` is that of the file, with a place for the plan's subject.
    pub(super) fn new(
        plan: &Plan,
        kind: &str,
        title: &str,
        parts: Vec<PartView>,
        labels: &Labels,
    ) -> Self {
        let letterhead = issue::letterhead(plan, labels);
        Self {
            title: fill(
                title,
                &[("trich_yeu", &vietnamese::lower_first(&plan.subject))],
            ),
            kind: kind.to_uppercase(),
            subject: plan.subject.clone(),
            attached_to: issue::attached_to(plan, labels),
            issuer: letterhead.issuer.join(" "),
            draft: letterhead.draft,
            date: (plan.date.year(), plan.date.month(), plan.date.day()),
            landscape: false,
            lead: Vec::new(),
            parts,
        }
    }
}
