//! A commune's profile → [`Profile`](crate::model::Profile): what it says of itself, its survey and its targets, and
//! what it chooses (phases, components, tasks).

mod additions;
mod blank;
mod components;
mod draft;
mod found;
mod funding;
mod head;
mod opinions;
mod own;
mod periods;
mod place;
mod reader;
mod rent_or_buy;
mod rows;
mod survey;
mod surveyed;
mod targets;
mod tasks;
mod times;

pub(crate) use additions::Additions;
pub(crate) use draft::Draft;
pub(crate) use draft::Scope;
pub(crate) use reader::join_years;
pub(crate) use targets::DraftTarget;
pub(crate) use targets::DraftTargets;

use std::collections::BTreeMap;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Abbreviation;
use crate::model::Catalogue;
use crate::model::Commune;
use crate::model::CommuneKind;
use crate::model::Date;
use crate::model::GuidancePrint;
use crate::model::OwnSurvey;
use crate::model::RichText;
use crate::model::SectionId;
use crate::model::Terrain;
use crate::model::keys;
use crate::read::catalogue::section_id;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::read::text::TextReader;
use draft::Pieces;
use periods::Frame;
use periods::Phases;
use reader::Reader;
use reader::each_once;

/// Reads a profile and checks it against the catalogue, in which `own` stands already.
///
/// Faults are reported, and the profile comes back without the faulty pieces; where it lacks what
/// every plan needs, blanks stand in, so that all the rest can be checked.
pub(crate) fn read(
    slug: &str,
    node: &Node,
    catalogue: &Catalogue,
    own: &Additions,
    texts: &mut TextReader,
    diagnostics: &mut Diagnostics,
) -> Result<Draft, Reported> {
    let mut reader = Reader::new(catalogue, own, texts, diagnostics);
    if node.is_empty() && node.unread.is_none() {
        let finding = Diagnostic::new(Code::WRONG_TYPE, node.origin(), "hồ sơ này chưa có gì");
        let hint = "chép một hồ sơ mẫu vào đây, hoặc xóa tệp này và tạo lại, ví dụ `xaso new xa \"Minh Sơn\" --dia-ban nong_thon`";
        return Err(reader.diagnostics.report(finding.hint(hint)));
    }
    let fields = Fields::new(node, reader.diagnostics)?;
    Ok(reader.pieces(fields).draft(slug))
}

impl Reader<'_> {
    /// Reads the profile key by key, each in turn, so that all the faults are found.
    fn pieces(&mut self, mut fields: Fields<'_>) -> Pieces {
        let own = fields.origin();
        let commune = fields.require(keys::COMMUNE, self.diagnostics);
        // Whoever wrote the key wrongly meant a sample more likely than a plan.
        let illustrative = fields.take(keys::ILLUSTRATIVE);
        let illustrative =
            illustrative.is_some_and(|node| fields::truth(node, self.diagnostics).unwrap_or(true));
        let has_district = self.flag(&mut fields, keys::HAS_DISTRICT);
        let (head, years) = match fields.require(keys::PLAN, self.diagnostics) {
            Ok(node) => self.head(node),
            Err(reported) => (Err(reported), Err(reported)),
        };
        let date = head.as_ref().ok().map(|head| head.date);
        let (commune, terrain) = match commune {
            Ok(node) => self.commune(node, date, illustrative),
            Err(reported) => (Err(reported), Err(reported)),
        };
        let issue = head.as_ref().map(|head| head.issue).unwrap_or_default();
        let signatory = match issue.by_decision {
            true => fields.take(keys::SIGNATORY).map_or(Ok(None), |node| {
                self.beside_decision(node, "kế hoạch không có `nguoi_ky` riêng");
                self.signatory(node, issue.issuer).map(|_| None)
            }),
            false => fields
                .require(keys::SIGNATORY, self.diagnostics)
                .and_then(|node| self.signatory(node, issue.issuer))
                .map(Some),
        };
        if issue.by_decision
            && let Some(node) = fields.take(keys::RECIPIENTS)
        {
            self.beside_decision(node, "kế hoạch không có `noi_nhan` riêng");
        }
        let abbreviations = fields.take(keys::ABBREVIATIONS);
        let abbreviations = abbreviations.map(|node| {
            let read = |reader: &mut Reader<'_>, item: &Node| reader.abbreviation(item);
            each_once(self, node, "từ viết tắt", |one| &one.short, read).0
        });
        let recipients = self.lines(fields.take(keys::RECIPIENTS));
        let own_legal = self.lines(fields.take(keys::LEGAL));
        let mut survey = fields.take(keys::SITUATION).map(|node| self.survey(node));
        let years_known = years.as_deref().map_err(|reported| *reported);
        let targets = fields.require(keys::TARGETS, self.diagnostics);
        let targets = targets.map(|node| self.targets(node, years_known));
        let targets = targets.unwrap_or_else(DraftTargets::unknown);
        if let Some(Ok(own)) = &mut survey
            && let Err(reported) = self.link(own, &targets)
        {
            survey = Some(Err(reported));
        }
        let phases = match fields.require(keys::PHASE, self.diagnostics) {
            Ok(node) => periods::phases(self, node, years_known),
            Err(reported) => Phases::unknown(&own, reported),
        };
        let frame = Frame {
            terrain,
            years,
            phases,
        };
        let components = fields.require(keys::COMPONENTS, self.diagnostics);
        let components = components.map(|node| components::components(self, node, &frame));
        let (mut components, components_read) =
            components.unwrap_or_else(|reported| (Vec::new(), Err(reported)));
        if let Some(node) = fields.take(keys::OPINIONS) {
            opinions::opinions(self, node, &mut components, components_read);
        }
        let left_out = fields.take(keys::LEFT_OUT);
        let left_out = left_out.map(|node| components::left_out(self, node, &components));
        let tasks = fields.take(keys::TASKS);
        let (tasks, tasks_read) = tasks::tasks(self, tasks, &components, &frame);
        let own_rows = fields.take(keys::ROW).map(|node| self.own_rows(node));
        let (own_rows, own_rows_read) = own_rows.unwrap_or((Vec::new(), Ok(())));
        let funding = fields.take(keys::FUNDING);
        let funding = funding.and_then(|node| self.funding(node).ok());
        let guidance_print = fields.take(keys::PRINTS);
        let guidance_print = guidance_print.and_then(|node| self.guidance_print(node).ok());
        let rent_or_buy = fields.take(keys::RENT_OR_BUY);
        let rent_or_buy =
            rent_or_buy.map(|node| self.rent_or_buy(node, &components, components_read));
        // What the profile says of rules is read with the rules.
        let _ = fields.take(keys::RULES);
        let own_sections = fields.take(keys::OWN_SECTIONS);
        let own_sections = own_sections.map(|node| self.own_sections(node));
        fields.finish(self.diagnostics);
        Pieces {
            commune,
            illustrative,
            has_district,
            head,
            signatory,
            recipients,
            own_legal,
            abbreviations: abbreviations.unwrap_or_default(),
            survey: survey.unwrap_or_else(|| Ok(OwnSurvey::default())),
            targets,
            frame,
            components,
            components_read,
            left_out: left_out.unwrap_or_default(),
            tasks,
            tasks_read,
            own_rows,
            own_rows_read,
            funding: funding.unwrap_or_default(),
            guidance_print: guidance_print.unwrap_or_default(),
            rent_or_buy: rent_or_buy.unwrap_or_default(),
            own_sections: own_sections.unwrap_or_default(),
        }
    }

    /// What an abbreviation of the commune's own means.
    fn abbreviation(&mut self, node: &Node) -> Result<Abbreviation, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let short = self.required_text(&mut fields, keys::SHORT);
        let meaning = self.required_text(&mut fields, keys::NAME);
        fields.finish(self.diagnostics);
        Ok(Abbreviation {
            short: short?,
            meaning: meaning?,
            english: None,
            is_common: false,
            citation: None,
        })
    }

    /// The commune, and its terrain, which is known even where the rest is not.
    fn commune(
        &mut self,
        node: &Node,
        date: Option<Date>,
        illustrative: bool,
    ) -> (Result<Commune, Reported>, Result<Terrain, Reported>) {
        let mut fields = match Fields::new(node, self.diagnostics) {
            Ok(fields) => fields,
            Err(reported) => return (Err(reported), Err(reported)),
        };
        let name = self.commune_name(&mut fields);
        let kind = fields.require(keys::KIND, self.diagnostics);
        let kind = kind.and_then(|node| fields::choice(node, &CommuneKind::KEYS, self.diagnostics));
        let province = self.province(&mut fields, date, illustrative);
        let terrain = fields.require(keys::TERRAIN, self.diagnostics);
        let terrain =
            terrain.and_then(|node| fields::choice(node, &Terrain::KEYS, self.diagnostics));
        let mut whole = |key| {
            let node = fields.require(key, self.diagnostics)?;
            fields::whole(node, self.diagnostics)
        };
        let population = whole(keys::POPULATION);
        let households = whole(keys::HOUSEHOLDS);
        let units = whole(keys::UNITS);
        let officials = whole(keys::OFFICIALS);
        let area = fields.require(keys::AREA, self.diagnostics);
        let area = area.and_then(|node| fields::area(node, self.diagnostics));
        let unit_name = self.text(&mut fields, keys::UNIT_NAME);
        fields.finish(self.diagnostics);
        let commune = || {
            let kind = kind?;
            Ok(Commune {
                name: name?,
                kind,
                province: province?,
                terrain: terrain?,
                population: population?,
                households: households?,
                area: area?,
                units: units?,
                unit_name: unit_name.unwrap_or_else(|| kind.default_unit().to_owned()),
                officials: officials?,
            })
        };
        (commune(), terrain)
    }

    /// What a profile says of the papers beside the plan: where the guidance is printed.
    fn guidance_print(&mut self, node: &Node) -> Result<GuidancePrint, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let print = fields.choice(keys::GUIDANCE_PRINT, &GuidancePrint::KEYS, self.diagnostics);
        fields.finish(self.diagnostics);
        print
    }

    fn own_sections(&mut self, node: &Node) -> BTreeMap<SectionId, RichText> {
        let mut sections = BTreeMap::new();
        for entry in fields::mapping(node, self.diagnostics).unwrap_or_default() {
            if let Ok(id) = section_id(&entry.key, &entry.value, self.diagnostics) {
                sections.insert(id, self.texts.own(&entry.value, self.diagnostics));
            }
        }
        sections
    }
}
