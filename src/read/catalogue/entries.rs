//! Entries of the catalogue that have a file each: component, objective, task, body, section.

use std::collections::BTreeMap;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Document;
use crate::load::Node;
use crate::model::Body;
use crate::model::BudgetRowId;
use crate::model::CommuneKind;
use crate::model::Component;
use crate::model::Dependency;
use crate::model::Direction;
use crate::model::Figure;
use crate::model::Group;
use crate::model::Guidance;
use crate::model::Layer;
use crate::model::Objective;
use crate::model::Phase;
use crate::model::Pillar;
use crate::model::RichText;
use crate::model::Section;
use crate::model::SectionId;
use crate::model::Supersession;
use crate::model::Supplier;
use crate::model::Task;
use crate::model::Terrain;
use crate::model::keys;
use crate::model::vietnamese;
use crate::read::catalogue::COMPONENT_HEADINGS;
use crate::read::catalogue::Reader;
use crate::read::catalogue::TASK_HEADINGS;
use crate::read::catalogue::section_id;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::read::references::Referent;
use crate::source::Origin;

impl Reader<'_> {
    pub(super) fn component(&mut self, document: &Document) -> Result<Component, Reported> {
        let mut fields = Fields::new(&document.front, self.diagnostics)?;
        let code = self.file_code(&mut fields, document);
        let name = self.name(&mut fields);
        let short_name = self.short_name(&mut fields, &name);
        let layer = fields.choice(keys::LAYER, &Layer::KEYS, self.diagnostics);
        let group = fields.choice(keys::GROUP, &Group::ALL, self.diagnostics);
        let supplier = fields.choice(keys::SUPPLIER, &Supplier::KEYS, self.diagnostics);
        let terrain = fields
            .take(keys::TERRAIN)
            .map(|node| fields::choice(node, &Terrain::KEYS, self.diagnostics));
        let pillar = fields.choice(keys::PILLAR, &Pillar::KEYS, self.diagnostics);
        let phase = fields.choice(keys::PHASE, &Phase::KEYS, self.diagnostics);
        let is_permanent = fields
            .take(keys::PERMANENT)
            .map(|node| fields::truth(node, self.diagnostics))
            .transpose();
        let depends_on = self.dependencies(&mut fields);
        let budget_row = fields.require(keys::ROW, self.diagnostics);
        let budget_row = budget_row.and_then(|node| self.row(node));
        let lead = self.reference(&mut fields, keys::LEAD, Referent::Body);
        let support = self.references(&mut fields, keys::SUPPORT, Referent::Body);
        let citations = self.citations(&mut fields);
        let figures = self.figures(&mut fields);
        fields.finish(self.diagnostics);
        let texts = self.headed(document, COMPONENT_HEADINGS);
        let code = code?;
        let [work, product, what, how, ensure, avoid, result] = texts?;
        Ok(Component {
            code,
            name: name?,
            short_name: short_name?,
            layer: layer?,
            group: group?,
            supplier: supplier?,
            terrain: terrain.transpose()?,
            pillar: pillar?,
            phase: phase?,
            is_permanent: is_permanent?.unwrap_or_default(),
            depends_on,
            budget_row: budget_row?,
            lead: lead?,
            support,
            citations: citations?,
            figures,
            work,
            product,
            guidance: Guidance {
                what,
                how,
                ensure,
                avoid,
                result,
            },
        })
    }

    pub(super) fn objective(&mut self, document: &Document) -> Result<Objective, Reported> {
        let mut fields = Fields::new(&document.front, self.diagnostics)?;
        let code = self.file_code(&mut fields, document);
        let name = self.name(&mut fields);
        let pillar = fields.choice(keys::PILLAR, &Pillar::KEYS, self.diagnostics);
        let unit = fields.require(keys::UNIT, self.diagnostics);
        let unit = unit.and_then(|node| fields::text(node, self.diagnostics));
        let direction = fields.choice(keys::DIRECTION, &Direction::KEYS, self.diagnostics);
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
        let superseded = self.supersession(&mut fields);
        let citations = self.citations(&mut fields);
        fields.finish(self.diagnostics);
        let measurement = self.body_text(document);
        Ok(Objective {
            code: code?,
            is_own: false,
            name: name?,
            pillar: pillar?,
            unit: unit?.to_owned(),
            direction: direction?,
            source_value: value?,
            source_year: year?.and_then(|year| i32::try_from(year).ok()),
            components,
            tasks,
            superseded,
            citations: citations?,
            measurement,
        })
    }

    /// What something is called within a sentence: as it says itself, or else by its name.
    fn short_name(
        &mut self,
        fields: &mut Fields<'_>,
        name: &Result<String, Reported>,
    ) -> Result<String, Reported> {
        match fields.take(keys::SHORT_NAME) {
            Some(node) => fields::text(node, self.diagnostics).map(str::to_owned),
            None => name
                .as_deref()
                .map(vietnamese::lower_first)
                .map_err(|it| *it),
        }
    }

    pub(super) fn task(&mut self, document: &Document) -> Result<Task, Reported> {
        let mut fields = Fields::new(&document.front, self.diagnostics)?;
        let code = self.file_code(&mut fields, document);
        let name = self.name(&mut fields);
        let short_name = self.short_name(&mut fields, &name);
        let pillar = fields.choice(keys::PILLAR, &Pillar::KEYS, self.diagnostics);
        let duration = fields
            .take(keys::DURATION)
            .map(|node| fields::text(node, self.diagnostics))
            .transpose();
        let phase = fields.choice(keys::PHASE, &Phase::KEYS, self.diagnostics);
        let components = self.references(&mut fields, keys::COMPONENTS, Referent::Component);
        let budget_row = self.task_row(&mut fields);
        let lead = self.reference(&mut fields, keys::LEAD, Referent::Body);
        let support = self.references(&mut fields, keys::SUPPORT, Referent::Body);
        let citations = self.citations(&mut fields);
        fields.finish(self.diagnostics);
        let [organisers, persons, work, method, result, benefit] =
            self.headed(document, TASK_HEADINGS)?;
        Ok(Task {
            code: code?,
            is_own: false,
            is_worded: false,
            name: name?,
            short_name: short_name?,
            pillar: pillar?,
            duration: duration?.map(str::to_owned),
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
            for (key, kind) in CommuneKind::KEYS {
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
    ) -> Result<(SectionId, Section), Reported> {
        let mut fields = Fields::new(&document.front, self.diagnostics)?;
        self.file_code(&mut fields, document)?;
        let id = section_id(&document.stem, &document.front, self.diagnostics);
        fields.require(keys::PART, self.diagnostics)?;
        let citations = self.citations(&mut fields);
        fields.finish(self.diagnostics);
        let section = Section {
            text: self.body_text(document),
            citations: citations?,
        };
        Ok((id?, section))
    }

    /// The figures of a guidance that are a source's.
    fn figures(&mut self, fields: &mut Fields<'_>) -> Vec<Figure> {
        let Some(node) = fields.take(keys::FIGURES) else {
            return Vec::new();
        };
        let items = fields::list(node, self.diagnostics).unwrap_or_default();
        let figures = items.iter().filter_map(|item| {
            let mut fields = Fields::new(item, self.diagnostics).ok()?;
            let text = fields.require(keys::FIGURE, self.diagnostics);
            let text = text.and_then(|node| fields::text(node, self.diagnostics));
            let citation = fields.require(keys::CITATIONS, self.diagnostics);
            let citation = citation.and_then(|node| self.citation(node));
            fields.finish(self.diagnostics);
            Some(Figure {
                text: text.ok()?.to_owned(),
                citation: citation.ok()?,
            })
        });
        figures.collect()
    }

    /// What a component needs, each need with the place where it was read.
    fn dependencies(&mut self, fields: &mut Fields<'_>) -> Vec<Dependency> {
        let Some(node) = fields.take(keys::DEPENDS_ON) else {
            return Vec::new();
        };
        let items = fields::list(node, self.diagnostics).unwrap_or_default();
        items
            .iter()
            .filter_map(|item| self.dependency(item).ok())
            .collect()
    }

    fn dependency(&mut self, node: &Node) -> Result<Dependency, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let any_of = match fields.take(keys::ANY_OF) {
            Some(node) => fields::texts(node, self.diagnostics)
                .into_iter()
                .map(|(code, at)| self.refer(Referent::Component, code, at))
                .collect(),
            None => vec![self.reference(&mut fields, keys::CODE, Referent::Component)?],
        };
        let citation = fields.require(keys::CITATIONS, self.diagnostics);
        let citation = citation.and_then(|node| self.citation(node));
        fields.finish(self.diagnostics);
        Ok(Dependency {
            any_of,
            citation: citation?,
        })
    }

    /// What became of an objective, where one of the two keys says that something did.
    fn supersession(&mut self, fields: &mut Fields<'_>) -> Option<Supersession> {
        let by = self.references(fields, keys::REPLACED_BY_OBJECTIVES, Referent::Objective);
        let reason = fields
            .take(keys::NO_LONGER)
            .and_then(|node| fields::text(node, self.diagnostics).ok())
            .map(str::to_owned);
        (reason.is_some() || !by.is_empty()).then_some(Supersession { by, reason })
    }

    /// The row that pays for a task: one is named, or the task is marked as costing nothing.
    fn task_row(&mut self, fields: &mut Fields<'_>) -> Result<Option<BudgetRowId>, Reported> {
        let costless = fields
            .take(keys::COSTLESS)
            .map(|node| fields::truth(node, self.diagnostics))
            .transpose()?;
        if costless == Some(true) && fields.take(keys::ROW).is_none() {
            return Ok(None);
        }
        let node = fields.require(keys::ROW, self.diagnostics)?;
        self.row(node).map(Some)
    }

    fn body_text(&mut self, document: &Document) -> RichText {
        let body = document.body.clone();
        let text = self
            .texts
            .body(body.clone(), document.file, self.sources, self.diagnostics);
        if text.is_empty() {
            let at = Origin::Text {
                file: document.file,
                range: body,
            };
            self.diagnostics.report(Diagnostic::new(
                Code::WRONG_HEADING,
                at,
                "tệp chưa có nội dung sau phần đầu",
            ));
        }
        text
    }
}
