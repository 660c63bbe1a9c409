//! The legal bases as the parts of a plan cite them.

use super::Merger;
use crate::model::LegalBasis;
use crate::model::LegalStatus;
use crate::model::vietnamese;

impl Merger<'_> {
    /// The documents in force that part I cites, then the commune's own, without closing signs.
    pub(super) fn legal(&self) -> Vec<String> {
        let own = self
            .commune
            .profile
            .own_legal
            .iter()
            .map(|line| self.fill(line).to_plain());
        let mut citations = self.citations("I");
        citations.extend(own.map(|line| line.trim_end_matches([';', '.']).to_owned()));
        citations
    }

    /// The documents in force that a part of the plan cites.
    pub(super) fn citations(&self, part: &str) -> Vec<String> {
        self.catalogue
            .legal
            .iter()
            .filter(|document| document.status == LegalStatus::InForce)
            .filter(|document| document.parts.iter().any(|cited| cited == part))
            .map(cite)
            .collect()
    }
}

/// "Luật Dữ liệu số 60/2024/QH15 ngày 30 tháng 11 năm 2024" or
/// "Nghị quyết số 57-NQ/TW ngày … của Bộ Chính trị về …"; what is unknown is left out.
fn cite(document: &LegalBasis) -> String {
    let is_law = document.kind == "Luật";
    let mut text = document.kind.clone();
    if is_law {
        text.push_str(&format!(" {}", document.title));
    }
    if let Some(number) = &document.number {
        text.push_str(&format!(" số {number}"));
    }
    if let Some(date) = document.date {
        text.push_str(&format!(" {}", vietnamese::long_date(date)));
    }
    if !is_law {
        if let Some(issuer) = &document.issuer {
            text.push_str(&format!(" của {issuer}"));
        }
        text.push_str(&format!(" {}", document.title));
    }
    text
}
