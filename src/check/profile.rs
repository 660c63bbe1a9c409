//! A commune's profile → [`Profile`]: what it says of itself, its survey and its targets.
//!
//! What it chooses (phases, components, tasks) is read in [`super::choices`].

mod survey;

use std::collections::BTreeMap;

use crate::check::catalogue::BUDGET_ROWS;
use crate::check::catalogue::row_id;
use crate::check::catalogue::section_id;
use crate::check::choices;
use crate::check::fields;
use crate::check::fields::Fields;
use crate::check::keys;
use crate::check::text::TextReader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::BudgetRow;
use crate::model::Catalogue;
use crate::model::Commune;
use crate::model::CommuneKind;
use crate::model::Profile;
use crate::model::RichText;
use crate::model::SectionId;
use crate::model::Signatory;
use crate::model::Terrain;

/// Reads a profile and checks it against the catalogue.
///
/// # Errors
/// A profile that lacks what every plan needs is reported; lesser faults are reported too, and the
/// profile comes back without the faulty pieces.
pub(crate) fn read(
    slug: &str,
    node: &Node,
    catalogue: &Catalogue,
    texts: &mut TextReader,
    diagnostics: &mut Diagnostics,
) -> Result<Profile, Reported> {
    let mut reader = Reader {
        catalogue,
        texts,
        diagnostics,
    };
    reader.profile(slug, node)
}

/// What reading a profile needs at every step.
pub(super) struct Reader<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) texts: &'a mut TextReader,
    pub(super) diagnostics: &'a mut Diagnostics,
}

/// The head of a plan: number, day, place, years.
struct Head {
    number: String,
    date: crate::model::Date,
    place: Option<String>,
    years: Vec<i32>,
}

impl Reader<'_> {
    fn profile(&mut self, slug: &str, node: &Node) -> Result<Profile, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let commune = fields.require(keys::COMMUNE, self.diagnostics);
        let commune = commune.and_then(|node| self.commune(node));
        let illustrative = self.flag(&mut fields, keys::ILLUSTRATIVE);
        let has_district = self.flag(&mut fields, keys::HAS_DISTRICT);
        let head = fields.require(keys::PLAN, self.diagnostics);
        let head = head.and_then(|node| self.head(node));
        let signatory = fields.require(keys::SIGNATORY, self.diagnostics);
        let signatory = signatory.and_then(|node| self.signatory(node));
        let recipients = self.lines(fields.take(keys::RECIPIENTS));
        let own_legal = self.lines(fields.take(keys::LEGAL));
        let survey = fields.take(keys::SITUATION).map(|node| self.survey(node));
        let targets = fields.require(keys::TARGETS, self.diagnostics);
        let phases = fields.require(keys::PHASE, self.diagnostics);
        let components = fields.require(keys::COMPONENTS, self.diagnostics);
        let tasks = fields.take(keys::TASKS);
        let own_rows = fields
            .take(keys::ROW)
            .map(|node| self.own_rows(node))
            .unwrap_or_default();
        let own_sections = fields
            .take(keys::OWN_SECTIONS)
            .map(|node| self.own_sections(node))
            .unwrap_or_default();
        fields.finish(self.diagnostics);
        // What is chosen can only be judged beside the commune and the years of the plan.
        let (commune, head) = (commune?, head?);
        let targets = self.targets(targets?, &head.years);
        let phases = choices::phases(self, phases?, &head.years)?;
        let (components, components_sound) =
            choices::components(self, components?, &commune, &phases);
        let tasks = choices::tasks(self, tasks, &components, &phases, &head.years);
        Ok(Profile {
            slug: slug.to_owned(),
            place: head.place.unwrap_or_else(|| commune.name.clone()),
            commune,
            illustrative,
            has_district,
            number: head.number,
            date: head.date,
            years: head.years,
            signatory: signatory?,
            recipients,
            own_legal,
            survey: survey.transpose()?.unwrap_or_default(),
            targets,
            phases,
            components,
            components_sound,
            tasks,
            own_rows,
            own_sections,
        })
    }

    fn flag(&mut self, fields: &mut Fields<'_>, key: &'static str) -> bool {
        fields
            .take(key)
            .and_then(|node| fields::truth(node, self.diagnostics).ok())
            .unwrap_or_default()
    }

    /// The text of a key that must be there.
    fn required_text(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
    ) -> Result<String, Reported> {
        let node = fields.require(key, self.diagnostics)?;
        fields::text(node, self.diagnostics).map(str::to_owned)
    }

    /// The text of a key that may be missing.
    pub(super) fn text(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
        let node = fields.take(key)?;
        fields::text(node, self.diagnostics).ok().map(str::to_owned)
    }

    /// One line of text for each item of a list.
    fn lines(&mut self, node: Option<&Node>) -> Vec<RichText> {
        let Some(node) = node else { return Vec::new() };
        let items = fields::list(node, self.diagnostics).unwrap_or_default();
        items
            .iter()
            .map(|item| self.texts.line(item, self.diagnostics))
            .collect()
    }

    fn commune(&mut self, node: &Node) -> Result<Commune, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let name = self.required_text(&mut fields, keys::NAME);
        let kind = fields.require(keys::KIND, self.diagnostics);
        let kind = kind.and_then(|node| fields::choice(node, &CommuneKind::KEYS, self.diagnostics));
        let province = self.required_text(&mut fields, keys::PROVINCE);
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
        let area = area.and_then(|node| fields::decimal(node, self.diagnostics));
        let unit_name = self.text(&mut fields, keys::UNIT_NAME);
        fields.finish(self.diagnostics);
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
    }

    fn head(&mut self, node: &Node) -> Result<Head, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let number = self.required_text(&mut fields, keys::NUMBER);
        let date = fields.require(keys::DATE, self.diagnostics);
        let date = date.and_then(|node| fields::date(node, self.diagnostics));
        let place = self.text(&mut fields, keys::PLACE);
        let years = fields.require(keys::YEAR, self.diagnostics);
        let years = years.and_then(|node| self.years(node));
        fields.finish(self.diagnostics);
        Ok(Head {
            number: number?,
            date: date?,
            place,
            years: years?,
        })
    }

    /// One to five years, ascending, each once.
    fn years(&mut self, node: &Node) -> Result<Vec<i32>, Reported> {
        let mut years = Vec::new();
        for item in fields::list(node, self.diagnostics)? {
            let year = fields::whole(item, self.diagnostics)?;
            years.extend(
                i32::try_from(year)
                    .ok()
                    .filter(|year| (2000..=2100).contains(year)),
            );
        }
        let ascending = years.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        if ascending && (1..=5).contains(&years.len()) {
            return Ok(years);
        }
        let message = "các năm của kế hoạch phải liền nhau, tăng dần, từ một đến năm năm";
        let finding = Diagnostic::error(Code::BAD_NUMBER, node.origin(), message);
        Err(self
            .diagnostics
            .report(finding.hint("ví dụ: nam: [2027, 2028]")))
    }

    fn signatory(&mut self, node: &Node) -> Result<Signatory, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let authority = self.required_text(&mut fields, keys::AUTHORITY);
        let office = self.required_text(&mut fields, keys::OFFICE);
        let name = self.text(&mut fields, keys::FULL_NAME);
        fields.finish(self.diagnostics);
        Ok(Signatory {
            authority: authority?,
            office: office?,
            name,
        })
    }

    fn own_rows(&mut self, node: &Node) -> Vec<BudgetRow> {
        let mut rows: Vec<BudgetRow> = Vec::new();
        for item in fields::list(node, self.diagnostics).unwrap_or_default() {
            let Ok(row) = self.own_row(item) else {
                continue;
            };
            let known = |id: &crate::model::BudgetRowId| {
                self.catalogue.budget_row(id).is_some() || rows.iter().any(|row| row.id == *id)
            };
            let fault = if known(&row.id) {
                Some(format!("dòng {} đã có trong Phụ lục II", row.id))
            } else {
                let parent = row.id.parent().filter(|parent| !known(parent));
                parent.map(|parent| format!("dòng {} không có dòng cha {parent}", row.id))
            };
            match fault {
                None => rows.push(row),
                Some(message) => {
                    let finding = Diagnostic::error(Code::BAD_BUDGET_ROW, item.origin(), message);
                    let finding = finding.hint("chọn số tiếp theo dưới dòng cha đã có, ví dụ I.3");
                    self.diagnostics.report_unknown(BUDGET_ROWS, finding);
                }
            }
        }
        rows
    }

    fn own_row(&mut self, node: &Node) -> Result<BudgetRow, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let code = fields.require(keys::CODE, self.diagnostics);
        let id = code.and_then(|node| {
            let code = fields::text(node, self.diagnostics)?;
            row_id(node, code, self.diagnostics)
        });
        let name = self.required_text(&mut fields, keys::NAME);
        fields.finish(self.diagnostics);
        Ok(BudgetRow {
            id: id?,
            name: name?,
        })
    }

    fn own_sections(&mut self, node: &Node) -> BTreeMap<SectionId, RichText> {
        let mut sections = BTreeMap::new();
        for entry in fields::mapping(node, self.diagnostics).unwrap_or_default() {
            if let Ok(id) = section_id(&entry.key, &entry.value, self.diagnostics) {
                sections.insert(id, self.texts.node(&entry.value, self.diagnostics));
            }
        }
        sections
    }
}

/// "2027, 2028".
pub(crate) fn join_years(years: &[i32]) -> String {
    years
        .iter()
        .map(i32::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}
