//! What the sources ask of plans: a file a source, which bears the source's code as its name.

use crate::check::catalogue::Reader;
use crate::check::catalogue::Referent;
use crate::check::catalogue::section_id;
use crate::check::fields;
use crate::check::fields::Fields;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Answer;
use crate::model::Demand;
use crate::model::DemandPlace;
use crate::model::DemandSource;
use crate::model::PlanTable;
use crate::model::keys;
use crate::source::Origin;

/// The keys of a place, one for each kind.
const KINDS: [&str; 8] = [
    keys::PART,
    keys::UNIT,
    keys::COMPONENTS,
    keys::TARGETS,
    keys::TASKS,
    keys::TABLE,
    keys::RULES,
    keys::SURVEY,
];

impl Reader<'_> {
    /// The demands of every source, by the names of their files.
    pub(super) fn demands(&mut self, files: &[(String, Node)]) -> Vec<DemandSource> {
        let sources = files.iter().map(|(stem, node)| {
            let at = Origin::File(node.file);
            let document = self.refer(Referent::Document, stem.clone(), at);
            let demands = self.register(Some(node), stem, Reader::demand);
            DemandSource { document, demands }
        });
        sources.collect()
    }

    fn demand(&mut self, node: &Node) -> Result<Demand, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let code = self.code(&mut fields);
        let section = fields.require(keys::DOCUMENT_SECTION, self.diagnostics);
        let section = section.and_then(|node| fields::text(node, self.diagnostics));
        let text = fields.require(keys::DEMAND, self.diagnostics);
        let text = text.and_then(|node| fields::text(node, self.diagnostics));
        let reason = fields.take(keys::REASON);
        let answer = match (fields.take(keys::PLACES), reason) {
            (Some(_), Some(reason)) => {
                let message = "yêu cầu này vừa có nơi đáp ứng, vừa có lý do không đáp ứng";
                let finding = Diagnostic::new(Code::CONTRADICTORY, reason.origin(), message);
                let hint = "giữ một trong hai khóa `noi`, `ly_do`";
                Err(self.diagnostics.report(finding.hint(hint)))
            }
            (None, Some(reason)) => {
                let reason = fields::text(reason, self.diagnostics);
                reason.map(|reason| Answer::Reason(reason.to_owned()))
            }
            (Some(places), None) => self.places(places).map(Answer::Places),
            (None, None) => {
                let missing = fields.require(keys::PLACES, self.diagnostics);
                missing.and_then(|node| self.places(node).map(Answer::Places))
            }
        };
        fields.finish(self.diagnostics);
        Ok(Demand {
            code: code?,
            section: section?.to_owned(),
            text: text?.to_owned(),
            answer: answer?,
        })
    }

    /// The places of a demand; one at least.
    fn places(&mut self, node: &Node) -> Result<Vec<DemandPlace>, Reported> {
        let items = fields::list(node, self.diagnostics)?;
        if items.is_empty() {
            let message = "yêu cầu này chưa có nơi đáp ứng nào";
            let finding = Diagnostic::new(Code::MISSING_KEY, node.origin(), message);
            let hint =
                "ghi các nơi đáp ứng, mỗi nơi một dòng dưới `noi:`, hoặc thay `noi` bằng `ly_do`";
            return Err(self.diagnostics.report(finding.hint(hint)));
        }
        let places: Vec<_> = items.iter().map(|item| self.place(item)).collect();
        places.into_iter().collect()
    }

    fn place(&mut self, node: &Node) -> Result<DemandPlace, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let written = KINDS.map(|kind| fields.take(kind));
        let mut written = KINDS.into_iter().zip(written);
        let mut written = written
            .by_ref()
            .filter_map(|(key, node)| Some((key, node?)));
        let first = written.next();
        let second = written.next();
        fields.finish(self.diagnostics);
        let wrong = |code, at, message: &str| {
            let hint = format!("mỗi nơi ghi đúng một trong các khóa {}", KINDS.join(", "));
            Diagnostic::new(code, at, message).hint(hint)
        };
        let Some((kind, value)) = first else {
            let message = "nơi đáp ứng này chưa nói là nơi nào";
            let finding = wrong(Code::MISSING_KEY, node.origin(), message);
            return Err(self.diagnostics.report(finding));
        };
        if let Some((_, other)) = second {
            let message = "hai nơi đáp ứng ghi chung một mục";
            let finding = wrong(Code::CONTRADICTORY, other.origin(), message);
            return Err(self.diagnostics.report(finding));
        }
        let name = fields::text(value, self.diagnostics)?.to_owned();
        let mut refer = |to| self.refer(to, name.clone(), value.origin());
        Ok(match kind {
            keys::PART => DemandPlace::Section(section_id(&name, value, self.diagnostics)?),
            keys::UNIT => DemandPlace::Body(refer(Referent::Body)),
            keys::COMPONENTS => DemandPlace::Component(refer(Referent::Component)),
            keys::TARGETS => DemandPlace::Objective(refer(Referent::Objective)),
            keys::TASKS => DemandPlace::Task(refer(Referent::Task)),
            keys::RULES => DemandPlace::Rule(refer(Referent::Rule)),
            keys::TABLE => {
                let table = fields::choice(value, &PlanTable::KEYS, self.diagnostics);
                DemandPlace::Table(table?)
            }
            _ => DemandPlace::Survey(name),
        })
    }
}
