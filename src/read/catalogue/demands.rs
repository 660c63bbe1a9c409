//! What the sources ask of plans: a file a source, which bears the source's code as its name.

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Answer;
use crate::model::Demand;
use crate::model::DemandPlace;
use crate::model::DemandSource;
use crate::model::PlanPlace;
use crate::model::PlanTable;
use crate::model::keys;
use crate::read::catalogue::Reader;
use crate::read::catalogue::section_id;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::read::references::Referent;
use crate::source::Origin;

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
        let listed = fields.take(keys::CONTENT);
        let contents = listed.map(|node| fields::texts(node, self.diagnostics));
        let contents = contents.into_iter().flatten().map(|(content, _)| content);
        let contents: Vec<String> = contents.collect();
        let reason = fields.take(keys::REASON);
        let answer = match (fields.take(keys::PLACES), reason) {
            (Some(_), Some(reason)) => {
                let message = "yêu cầu này vừa có nơi đáp ứng, vừa có lý do không đáp ứng";
                let finding = Diagnostic::new(Code::CONTRADICTORY, reason.origin(), message);
                let hint = "giữ một trong hai khóa `noi`, `ly_do`";
                Err(self.diagnostics.report(finding.hint(hint)))
            }
            (None, Some(reason)) => {
                if let Some(listed) = listed {
                    let message =
                        "các nội dung này không có nơi nào đáp ứng vì yêu cầu đã có `ly_do`";
                    let finding = Diagnostic::new(Code::CONTRADICTORY, listed.origin(), message);
                    self.diagnostics.report(finding.hint("bỏ `noi_dung`"));
                }
                let reason = fields::text(reason, self.diagnostics);
                reason.map(|reason| Answer::Reason(reason.to_owned()))
            }
            (places, None) => {
                let places = match places {
                    Some(places) => Ok(places),
                    None => fields.require(keys::PLACES, self.diagnostics),
                };
                let places = places.and_then(|node| self.answering(node, contents.len()));
                places.map(Answer::Places)
            }
        };
        fields.finish(self.diagnostics);
        Ok(Demand {
            code: code?,
            section: section?.to_owned(),
            text: text?.to_owned(),
            contents,
            answer: answer?,
        })
    }

    /// The places of a demand of so many contents; one place at least.
    fn answering(&mut self, node: &Node, n_contents: usize) -> Result<Vec<DemandPlace>, Reported> {
        let items = fields::list(node, self.diagnostics)?;
        if items.is_empty() {
            let message = "yêu cầu này chưa có nơi đáp ứng nào";
            let finding = Diagnostic::new(Code::MISSING_KEY, node.origin(), message);
            let hint =
                "ghi các nơi đáp ứng, mỗi nơi một dòng dưới `noi:`, hoặc thay `noi` bằng `ly_do`";
            return Err(self.diagnostics.report(finding.hint(hint)));
        }
        let places = items
            .iter()
            .map(|item| self.answering_place(item, n_contents));
        let places: Vec<_> = places.collect();
        places.into_iter().collect()
    }

    fn answering_place(&mut self, node: &Node, n_contents: usize) -> Result<DemandPlace, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let condition = fields.take(keys::WHEN);
        let condition = condition.map(|node| self.texts.condition(node, self.diagnostics));
        let answers = fields.take(keys::ANSWERS);
        let answers = answers.map(|node| self.numbers(node, n_contents));
        let written = PlanPlace::KINDS.map(|kind| (kind, fields.take(kind)));
        fields.finish(self.diagnostics);
        let written = written.into_iter();
        let place = self.place(node, written.filter_map(|(key, node)| Some((key, node?))));
        Ok(DemandPlace {
            place: place?,
            condition: condition.transpose()?,
            answers: answers.transpose()?.unwrap_or_default(),
        })
    }

    /// Which of so many contents a place answers: numbers from 1.
    fn numbers(&mut self, node: &Node, n_contents: usize) -> Result<Vec<usize>, Reported> {
        let items = fields::list(node, self.diagnostics)?;
        if items.is_empty() {
            let message = "nơi này chưa đáp ứng nội dung nào";
            let finding = Diagnostic::new(Code::MISSING_KEY, node.origin(), message);
            let hint = "ghi số thứ tự của ít nhất một nội dung; bỏ khóa này nếu nơi ấy đáp ứng mọi nội dung";
            return Err(self.diagnostics.report(finding.hint(hint)));
        }
        let mut numbers = Vec::new();
        for item in items {
            let number = fields::whole(item, self.diagnostics)?;
            let index = usize::try_from(number)
                .ok()
                .and_then(|it| it.checked_sub(1));
            let Some(index) = index.filter(|index| *index < n_contents) else {
                let message = format!("yêu cầu này không có nội dung số {number}");
                let finding = Diagnostic::new(Code::UNKNOWN_VALUE, item.origin(), message);
                let hint = match n_contents {
                    0 => {
                        "ghi các nội dung của yêu cầu vào `noi_dung`, hoặc bỏ `dap_ung`".to_owned()
                    }
                    _ => format!("`noi_dung` của yêu cầu có các số từ 1 đến {n_contents}"),
                };
                return Err(self.diagnostics.report(finding.hint(hint)));
            };
            numbers.push(index);
        }
        Ok(numbers)
    }

    /// The place that a key names, the only one.
    fn place<'a>(
        &mut self,
        node: &Node,
        mut written: impl Iterator<Item = (&'static str, &'a Node)>,
    ) -> Result<PlanPlace, Reported> {
        let first = written.next();
        let second = written.next();
        let wrong = |code, at, message: &str| {
            let hint = format!(
                "mỗi nơi ghi đúng một trong các khóa {}",
                PlanPlace::KINDS.join(", ")
            );
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
            keys::PART => PlanPlace::Section(section_id(&name, value, self.diagnostics)?),
            keys::UNIT => PlanPlace::Body(refer(Referent::Body)),
            keys::COMPONENTS => PlanPlace::Component(refer(Referent::Component)),
            keys::TARGETS => PlanPlace::Objective(refer(Referent::Objective)),
            keys::TASKS => PlanPlace::Task(refer(Referent::Task)),
            keys::RULES => PlanPlace::Rule(refer(Referent::Rule)),
            keys::TABLE => {
                let table = fields::choice(value, &PlanTable::KEYS, self.diagnostics);
                PlanPlace::Table(table?)
            }
            _ => PlanPlace::Survey(name),
        })
    }
}
