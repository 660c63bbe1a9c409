//! One entry of the catalogue each: component, objective, task, body, section, document, row.

use std::collections::BTreeMap;

use crate::check::catalogue::GUIDANCE_HEADINGS;
use crate::check::catalogue::KINDS;
use crate::check::catalogue::LAYERS;
use crate::check::catalogue::PHASES;
use crate::check::catalogue::PILLARS;
use crate::check::catalogue::Reader;
use crate::check::catalogue::Referent;
use crate::check::catalogue::STATUSES;
use crate::check::catalogue::SUPPLIERS;
use crate::check::catalogue::TASK_HEADINGS;
use crate::check::catalogue::TERRAINS;
use crate::check::catalogue::row_id;
use crate::check::catalogue::section_id;
use crate::check::fields;
use crate::check::fields::Fields;
use crate::check::keys;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Document;
use crate::load::Node;
use crate::model::Body;
use crate::model::BudgetRow;
use crate::model::Component;
use crate::model::Direction;
use crate::model::Group;
use crate::model::Guidance;
use crate::model::LegalBasis;
use crate::model::Objective;
use crate::model::RichText;
use crate::model::SectionId;
use crate::model::Task;
use crate::source::Origin;

impl Reader<'_> {
    pub(super) fn component(&mut self, document: &Document) -> Result<Component, Reported> {
        let mut fields = Fields::new(&document.front, self.diagnostics)?;
        let code = self.file_code(&mut fields, document);
        let name = self.name(&mut fields);
        let layer = self.choice(&mut fields, keys::LAYER, &LAYERS);
        let group = self.choice(&mut fields, keys::GROUP, &Group::ALL);
        let supplier = self.choice(&mut fields, keys::SUPPLIER, &SUPPLIERS);
        let terrain = fields
            .take(keys::TERRAIN)
            .map(|node| fields::choice(node, &TERRAINS, self.diagnostics));
        let pillar = self.choice(&mut fields, keys::PILLAR, &PILLARS);
        let phase = self.choice(&mut fields, keys::PHASE, &PHASES);
        let depends_on = self.references(&mut fields, keys::DEPENDS_ON, Referent::Component);
        let budget_row = self.row(&mut fields);
        let lead = self.reference(&mut fields, keys::LEAD, Referent::Body);
        let support = self.references(&mut fields, keys::SUPPORT, Referent::Body);
        let citations = self.citations(&mut fields);
        fields.finish(self.diagnostics);
        let guidance =
            self.headed(document, GUIDANCE_HEADINGS)
                .map(|[what, how, ensure, avoid, result]| Guidance {
                    what,
                    how,
                    ensure,
                    avoid,
                    result,
                });
        Ok(Component {
            code: code?,
            name: name?,
            layer: layer?,
            group: group?,
            supplier: supplier?,
            terrain: terrain.transpose()?,
            pillar: pillar?,
            phase: phase?,
            depends_on,
            budget_row: budget_row?,
            lead: lead?,
            support,
            citations: citations?,
            guidance,
        })
    }

    pub(super) fn objective(&mut self, document: &Document) -> Result<Objective, Reported> {
        let mut fields = Fields::new(&document.front, self.diagnostics)?;
        let code = self.file_code(&mut fields, document);
        let name = self.name(&mut fields);
        let pillar = self.choice(&mut fields, keys::PILLAR, &PILLARS);
        let unit = fields.require(keys::UNIT, self.diagnostics);
        let unit = unit.and_then(|node| fields::text(node, self.diagnostics));
        let directions = [("tang", Direction::Up), ("giam", Direction::Down)];
        let direction = self.choice(&mut fields, keys::DIRECTION, &directions);
        let value = fields
            .take(keys::VALUE)
            .map(|node| fields::decimal(node, self.diagnostics))
            .transpose();
        let year = fields
            .take(keys::YEAR)
            .map(|node| fields::whole(node, self.diagnostics))
            .transpose();
        let components = self.references(&mut fields, keys::COMPONENTS, Referent::Component);
        let tasks = self.references(&mut fields, keys::TASKS, Referent::Task);
        let citations = self.citations(&mut fields);
        fields.finish(self.diagnostics);
        let measurement = self.body_text(document);
        Ok(Objective {
            code: code?,
            name: name?,
            pillar: pillar?,
            unit: unit?.to_owned(),
            direction: direction?,
            source_value: value?,
            source_year: year?.and_then(|year| i32::try_from(year).ok()),
            components,
            tasks,
            citations: citations?,
            measurement,
        })
    }

    pub(super) fn task(&mut self, document: &Document) -> Result<Task, Reported> {
        let mut fields = Fields::new(&document.front, self.diagnostics)?;
        let code = self.file_code(&mut fields, document);
        let name = self.name(&mut fields);
        let pillar = self.choice(&mut fields, keys::PILLAR, &PILLARS);
        let duration = fields.require(keys::DURATION, self.diagnostics);
        let duration = duration.and_then(|node| fields::text(node, self.diagnostics));
        let phase = self.choice(&mut fields, keys::PHASE, &PHASES);
        let components = self.references(&mut fields, keys::COMPONENTS, Referent::Component);
        let budget_row = self.row(&mut fields);
        let lead = self.reference(&mut fields, keys::LEAD, Referent::Body);
        let support = self.references(&mut fields, keys::SUPPORT, Referent::Body);
        let citations = self.citations(&mut fields);
        fields.finish(self.diagnostics);
        let [organisers, persons, work, method, result, benefit] =
            self.headed(document, TASK_HEADINGS).unwrap_or_default();
        Ok(Task {
            code: code?,
            name: name?,
            pillar: pillar?,
            duration: duration?.to_owned(),
            phase: phase?,
            components,
            budget_row: budget_row?,
            lead: lead?,
            support,
            citations: citations?,
            organisers,
            persons,
            work,
            method,
            result,
            benefit,
        })
    }

    pub(super) fn body(&mut self, document: &Document) -> Result<Body, Reported> {
        let mut fields = Fields::new(&document.front, self.diagnostics)?;
        let code = self.file_code(&mut fields, document);
        let name = fields.require(keys::NAME, self.diagnostics);
        let name = name.map(|node| self.texts.line(node, self.diagnostics));
        let mut name_by_kind = BTreeMap::new();
        if let Some(node) = fields.take(keys::NAME_BY_KIND) {
            let mut names = Fields::new(node, self.diagnostics)?;
            for (key, kind) in KINDS {
                if let Some(node) = names.take(key) {
                    name_by_kind.insert(kind, self.texts.line(node, self.diagnostics));
                }
            }
            names.finish(self.diagnostics);
        }
        let order = fields.require(keys::ORDER, self.diagnostics);
        let order = order.and_then(|node| fields::whole(node, self.diagnostics));
        let citations = self.citations(&mut fields);
        fields.finish(self.diagnostics);
        let duties = self.body_text(document);
        Ok(Body {
            code: code?,
            name: name?,
            name_by_kind,
            order: order?,
            duties,
            citations: citations?,
        })
    }

    pub(super) fn section(
        &mut self,
        document: &Document,
    ) -> Result<(SectionId, RichText), Reported> {
        let mut fields = Fields::new(&document.front, self.diagnostics)?;
        self.file_code(&mut fields, document)?;
        let id = section_id(&document.stem, &document.front, self.diagnostics);
        fields.require(keys::PART, self.diagnostics)?;
        self.citations(&mut fields)?;
        fields.finish(self.diagnostics);
        Ok((id?, self.body_text(document)))
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
        let replaced_by = text(&mut fields, keys::REPLACED_BY).transpose();
        let note = text(&mut fields, keys::NOTE).transpose();
        let kind = kind.unwrap_or_else(|| Ok(String::new()));
        let title = fields.require(keys::TITLE, self.diagnostics);
        let title = title.and_then(|node| fields::text(node, self.diagnostics));
        let date = fields
            .take(keys::DATE)
            .map(|node| fields::date(node, self.diagnostics))
            .transpose();
        let status = self.choice(&mut fields, keys::STATUS, &STATUSES);
        let parts = fields.require(keys::PART, self.diagnostics);
        let parts = parts.map(|node| fields::texts(node, self.diagnostics));
        fields.finish(self.diagnostics);
        Ok(LegalBasis {
            code: code?,
            kind: kind?,
            number: number?,
            date: date?,
            issuer: issuer?,
            title: title?.to_owned(),
            status: status?,
            replaced_by: replaced_by?,
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

    fn body_text(&mut self, document: &Document) -> RichText {
        let body = document.body.clone();
        let markdown = &self.sources.text(document.file)[body.clone()];
        let text = self
            .texts
            .read(markdown, document.file, body.clone(), self.diagnostics);
        if text.is_empty() {
            let at = Origin::Text {
                file: document.file,
                range: body,
            };
            self.diagnostics.report(Diagnostic::error(
                Code::WRONG_HEADING,
                at,
                "tệp chưa có nội dung sau phần đầu",
            ));
        }
        text
    }
}
