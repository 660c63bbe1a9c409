//! How grave the breach of a rule is here: the folder (`content/settings.yaml`) and then the profile
//! may raise a rule, lower it or turn it off under `quy_tac`, each with a reason.

use std::collections::BTreeSet;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Override;
use crate::diagnostic::Reported;
use crate::diagnostic::Severity;
use crate::load::Node;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::read::removals::Removals;

/// What is set for some rules; the last word counts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Settings {
    set: Vec<(Code, Option<Severity>)>,
}

impl Settings {
    /// What the folder sets for all its communes, and what it takes away from the catalogue.
    pub(crate) fn of_folder(
        node: Option<&Node>,
        diagnostics: &mut Diagnostics,
    ) -> (Self, Removals) {
        let fields = node.and_then(|node| Fields::new(node, diagnostics).ok());
        let Some(mut fields) = fields else {
            return Default::default();
        };
        let rules = fields.take(keys::RULES);
        let removed = fields.take(keys::REMOVED);
        fields.finish(diagnostics);
        let settings = Self::default().followed_by(rules, diagnostics);
        (settings, Removals::read(removed, diagnostics))
    }

    /// These settings followed by those of a list; faults of the list are reported.
    pub(super) fn followed_by(&self, node: Option<&Node>, diagnostics: &mut Diagnostics) -> Self {
        let mut settings = self.clone();
        if let Some(node) = node {
            let items = fields::list(node, diagnostics).unwrap_or_default();
            let mut own: Vec<(Code, Option<Severity>)> = Vec::new();
            for item in items {
                let Ok(set) = setting(item, diagnostics) else {
                    continue;
                };
                if own.iter().any(|(code, _)| *code == set.0) {
                    let message = format!("mức của quy tắc {} đã được đặt ở trên", set.0);
                    let finding = Diagnostic::new(Code::CHOSEN_TWICE, item.origin(), message);
                    diagnostics.report(finding.hint("giữ một dòng cho mỗi quy tắc"));
                }
                own.push(set);
            }
            settings.set.extend(own);
        }
        settings
    }

    /// The codes of the rules that are turned off.
    pub(crate) fn turned_off(&self) -> BTreeSet<String> {
        let off = rules().filter(|rule| self.severity(*rule).is_none());
        off.map(|rule| rule.to_string()).collect()
    }

    /// How grave a breach of the rule of a code is; nothing where it is turned off.
    pub(crate) fn severity(&self, rule: Code) -> Option<Severity> {
        let set = self.set.iter().rev().find(|(code, _)| *code == rule);
        set.map_or(Some(rule.severity()), |(_, severity)| *severity)
    }
}

/// The codes of the rules, ascending.
fn rules() -> impl Iterator<Item = Code> {
    Code::ALL.iter().copied().filter(|code| code.is_rule())
}

/// What is set for one rule; it is kept for the report, too.
fn setting(
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Result<(Code, Option<Severity>), Reported> {
    let mut fields = Fields::new(node, diagnostics)?;
    let code = fields.require(keys::CODE, diagnostics);
    let code = code.and_then(|node| rule_code(node, diagnostics));
    let [error, warning, advice] = Severity::KEYS.map(|(key, severity)| (key, Some(severity)));
    let severity = fields.require(keys::SEVERITY, diagnostics);
    let severity = severity.and_then(|node| {
        fields::choice(
            node,
            &[(Severity::OFF, None), error, warning, advice],
            diagnostics,
        )
    });
    let reason = fields.require(keys::REASON, diagnostics);
    let reason = reason.and_then(|node| fields::text(node, diagnostics));
    fields.finish(diagnostics);
    let (code, severity) = (code?, severity?);
    diagnostics.set(Override {
        code,
        severity,
        reason: reason?.to_owned(),
        at: node.origin(),
    });
    Ok((code, severity))
}

fn rule_code(node: &Node, diagnostics: &mut Diagnostics) -> Result<Code, Reported> {
    let written = fields::text(node, diagnostics)?;
    let code = Code::find(written);
    let found = code.filter(|code| code.is_rule());
    found.ok_or_else(|| {
        // A code that is there is no misspelt other one.
        let finding = |message| Diagnostic::new(Code::UNKNOWN_RULE, node.origin(), message);
        if let Some(code) = code {
            let message = format!("{code} không phải là quy tắc có thể đặt lại mức");
            let bounds = rules().next().zip(rules().last());
            let bounds = bounds.map(|(first, last)| format!(" từ {first} đến {last}"));
            let hint = format!(
                "xóa mục này và sửa chỗ mà {code} chỉ ra; chỉ các quy tắc{} đặt lại mức được",
                bounds.unwrap_or_default()
            );
            return diagnostics.report(finding(message).hint(hint));
        }
        let finding = finding(format!("không có quy tắc nào mang mã `{written}`"));
        let finding = finding.hint("xem mã các quy tắc ở trang Quy tắc kiểm tra của cẩm nang");
        let known: Vec<String> = rules().map(|rule| rule.to_string()).collect();
        let known = known.iter().map(String::as_str);
        let finding = diagnostics.suggest(finding, written, known);
        diagnostics.report(finding)
    })
}
