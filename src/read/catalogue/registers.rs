//! Entries of the catalogue that share a file: documents, rows of Phụ lục II, the province's tasks,
//! provinces, abbreviations, what the codes of findings mean, the usual sizes of amounts.

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Abbreviation;
use crate::model::BudgetRow;
use crate::model::Explanation;
use crate::model::KnownProvince;
use crate::model::LegalBasis;
use crate::model::LegalState;
use crate::model::Measured;
use crate::model::Province;
use crate::model::ProvinceKind;
use crate::model::ProvinceTask;
use crate::model::ProvinceTaskGroup;
use crate::model::Size;
use crate::model::fold;
use crate::model::keys;
use crate::read::catalogue::Reader;
use crate::read::catalogue::row_id;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::read::references::Referent;

impl Reader<'_> {
    /// The entries of a register; those that cannot be read are reported and left out.
    pub(super) fn register<T>(
        &mut self,
        node: Option<&Node>,
        file: &str,
        entry: impl Fn(&mut Self, &Node) -> Result<T, Reported>,
    ) -> Vec<T> {
        let items = node.map(|node| fields::list(node, self.diagnostics));
        let items = items.unwrap_or(Ok(&[])).unwrap_or_else(|reported| {
            self.diagnostics.excuse(file, reported);
            &[]
        });
        self.entries(items, entry)
    }

    fn entries<T>(
        &mut self,
        items: &[Node],
        entry: impl Fn(&mut Self, &Node) -> Result<T, Reported>,
    ) -> Vec<T> {
        items
            .iter()
            .filter_map(|item| {
                entry(self, item)
                    .map_err(|reported| self.excuse(item, reported))
                    .ok()
            })
            .collect()
    }

    /// Says that an entry is there but could not be read, where it tells its code.
    fn excuse(&mut self, item: &Node, reported: Reported) {
        if let Some(code) = item.get(keys::CODE)
            && let NodeValue::Scalar(code) = &code.value
        {
            self.diagnostics.excuse(code, reported);
        }
    }

    pub(super) fn legal(&mut self, node: &Node) -> Result<LegalBasis, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let code = self.code(&mut fields);
        let mut text = |fields: &mut Fields<'_>, key| {
            fields
                .take(key)
                .map(|node| fields::text(node, self.diagnostics).map(str::to_owned))
        };
        let kind = text(&mut fields, keys::KIND);
        let number = text(&mut fields, keys::NUMBER).transpose();
        let issuer = text(&mut fields, keys::ISSUER).transpose();
        let note = text(&mut fields, keys::NOTE).transpose();
        let kind = kind.unwrap_or_else(|| Ok(String::new()));
        let title = fields.require(keys::TITLE, self.diagnostics);
        let title = title.and_then(|node| fields::text(node, self.diagnostics));
        let mut day = |key| {
            let node = fields.take(key);
            let day = node.map(|node| fields::date(node, self.diagnostics));
            day.transpose()
        };
        let date = day(keys::DATE);
        let (from, until) = (day(keys::IN_FORCE_FROM), day(keys::NO_LONGER));
        let state = fields.take(keys::STATUS);
        let state = state.map(|node| fields::choice(node, &LegalState::KEYS, self.diagnostics));
        let replaced_by = fields.take(keys::REPLACED_BY).map(|node| {
            let code = fields::text(node, self.diagnostics)?.to_owned();
            Ok(self.refer(Referent::Document, code, node.origin()))
        });
        let amended_by = self.references(&mut fields, keys::AMENDED_BY, Referent::Document);
        let confirmed = fields.take(keys::CONFIRMED);
        let confirmed = confirmed.map(|node| fields::truth(node, self.diagnostics));
        let parts = fields.require(keys::PART, self.diagnostics);
        let parts = parts.map(|node| fields::texts(node, self.diagnostics));
        fields.finish(self.diagnostics);
        let date = date?;
        Ok(LegalBasis {
            code: code?,
            kind: kind?,
            number: number?,
            date,
            issuer: issuer?,
            title: title?.to_owned(),
            from: from?.or(date),
            until: until?,
            state: state.transpose()?,
            replaced_by: replaced_by.transpose()?,
            amended_by,
            is_confirmed: confirmed.transpose()?.unwrap_or_default(),
            parts: parts?.into_iter().map(|(part, _)| part).collect(),
            note: note?,
        })
    }

    pub(super) fn budget_row(&mut self, node: &Node) -> Result<BudgetRow, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let code_node = fields.require(keys::CODE, self.diagnostics)?;
        let code = fields::text(code_node, self.diagnostics)?;
        let id = row_id(code_node, code, self.diagnostics);
        let name = self.name(&mut fields);
        fields.finish(self.diagnostics);
        Ok(BudgetRow {
            id: id?,
            name: name?,
        })
    }

    pub(super) fn province_group(&mut self, node: &Node) -> Result<ProvinceTaskGroup, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let name = self.name(&mut fields);
        let tasks = fields.require(keys::TASKS, self.diagnostics);
        let tasks = tasks.and_then(|node| fields::list(node, self.diagnostics));
        let tasks = tasks.map(|items| self.entries(items, Reader::province_task));
        fields.finish(self.diagnostics);
        Ok(ProvinceTaskGroup {
            name: name?,
            tasks: tasks?,
        })
    }

    fn province_task(&mut self, node: &Node) -> Result<ProvinceTask, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let code = self.code(&mut fields);
        let name = self.name(&mut fields);
        let deadline = fields
            .take(keys::DEADLINE)
            .map(|node| fields::text(node, self.diagnostics).map(str::to_owned))
            .transpose();
        let text = fields.require(keys::CONTENT, self.diagnostics);
        let text = text.map(|node| self.texts.markdown(node, self.diagnostics));
        let components = self.references(&mut fields, keys::COMPONENTS, Referent::Component);
        let citations = self.citations(&mut fields);
        fields.finish(self.diagnostics);
        Ok(ProvinceTask {
            code: code?,
            name: name?,
            deadline: deadline?,
            text: text?,
            components,
            citations: citations?,
        })
    }

    pub(super) fn explanation(&mut self, node: &Node) -> Result<Explanation, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let code = self.code(&mut fields);
        let name = self.name(&mut fields);
        let why = fields.require(keys::WHY, self.diagnostics);
        let why = why.map(|node| self.texts.markdown(node, self.diagnostics));
        let remedy = fields.require(keys::REMEDY, self.diagnostics);
        let remedy = remedy.map(|node| self.texts.markdown(node, self.diagnostics));
        fields.finish(self.diagnostics);
        Ok(Explanation {
            code: code?,
            name: name?,
            why: why?,
            remedy: remedy?,
        })
    }

    pub(super) fn known_province(&mut self, node: &Node) -> Result<KnownProvince, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let name = self.name(&mut fields);
        let kind = fields.choice(keys::KIND, &ProvinceKind::KEYS, self.diagnostics);
        let city_since = fields
            .take(keys::CITY_SINCE)
            .map(|node| fields::date(node, self.diagnostics))
            .transpose();
        let mut names = |key| {
            let written = fields.take(key);
            let written = written.map(|node| fields::texts(node, self.diagnostics));
            let written = written.unwrap_or_default().into_iter();
            written.map(|(name, _)| name).collect::<Vec<_>>()
        };
        let other_names = names(keys::OTHER_NAMES);
        let former = names(keys::FORMER);
        let citation = fields.require(keys::CITATIONS, self.diagnostics);
        let citation = citation.and_then(|node| self.citation(node));
        fields.finish(self.diagnostics);
        Ok(KnownProvince {
            province: Province {
                kind: kind?,
                name: name?,
            },
            city_since: city_since?,
            other_names,
            former,
            citation: citation?,
        })
    }

    pub(super) fn size(&mut self, node: &Node) -> Result<Size, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let of = fields.choice(keys::CODE, &Measured::KEYS, self.diagnostics);
        let units = fields.take(keys::UNIT);
        let units = units.map(|node| fields::texts(node, self.diagnostics));
        let units = units.unwrap_or_default().into_iter();
        let mut bound = |key| {
            let node = fields.take(key);
            let bound = node.map(|node| fields::dong(node, self.diagnostics));
            bound.transpose()
        };
        let (least, most) = (bound(keys::FROM), bound(keys::UNTIL));
        let enough = bound(keys::AMOUNT);
        if let (Ok(Some(least)), Ok(Some(most))) = (least, most)
            && least > most
        {
            let message = "`tu` lớn hơn `den`, số tiền nào cũng ở ngoài mức này";
            let finding = Diagnostic::new(Code::BAD_NUMBER, node.origin(), message);
            self.diagnostics
                .report(finding.hint("đổi chỗ hai số, hoặc sửa số sai"));
        }
        let why = fields.require(keys::WHY, self.diagnostics);
        let why = why.and_then(|node| fields::text(node, self.diagnostics));
        fields.finish(self.diagnostics);
        Ok(Size {
            of: of?,
            units: units.map(|(unit, _)| fold(unit.trim())).collect(),
            enough: enough?,
            least: least?,
            most: most?,
            why: why?.trim().to_owned(),
        })
    }

    pub(super) fn abbreviation(&mut self, node: &Node) -> Result<Abbreviation, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let short = fields.require(keys::SHORT, self.diagnostics);
        let short = short.and_then(|node| fields::text(node, self.diagnostics));
        let meaning = self.name(&mut fields);
        let english = fields
            .take(keys::ENGLISH)
            .map(|node| fields::text(node, self.diagnostics).map(str::to_owned))
            .transpose();
        let is_common = fields
            .take(keys::COMMON)
            .map(|node| fields::truth(node, self.diagnostics))
            .transpose();
        let citation = fields
            .take(keys::CITATIONS)
            .map(|node| self.citation(node))
            .transpose();
        fields.finish(self.diagnostics);
        Ok(Abbreviation {
            is_common: is_common?.unwrap_or_default(),
            short: short?.to_owned(),
            meaning: meaning?,
            english: english?,
            citation: citation?,
        })
    }
}
