//! A commune's profile → [`Profile`]: what it says of itself, its survey and its targets.
//!
//! What it chooses (phases, components, tasks) is read in [`super::choices`].

mod blank;
mod rent_or_buy;
mod rows;
mod survey;
mod targets;
mod words;

use crate::check::choices;
use crate::check::choices::Frame;
use crate::check::choices::Phases;
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
use crate::model::DisplayUnit;
use crate::model::Dong;
use crate::model::Profile;
use crate::model::RichText;
use crate::model::Terrain;
use crate::source::Located;

pub(crate) use targets::DraftTarget;
pub(crate) use targets::DraftTargets;

/// What a profile says that its estimate must agree with. By a piece that could not be read nothing
/// is judged.
#[derive(Debug)]
pub(crate) struct Scope {
    /// The years of the plan.
    pub years: Result<Vec<i32>, Reported>,
    /// The codes of the chosen components.
    pub components: Result<Vec<String>, Reported>,
    /// The commune's own rows of Phụ lục II.
    pub own_rows: Result<Vec<BudgetRow>, Reported>,
    /// Whether the plan has the district level.
    pub has_district: bool,
}

/// Reads a profile and checks it against the catalogue.
///
/// Faults are reported, and the profile comes back without the faulty pieces; where it lacks what
/// every plan needs, blanks stand in, so that all the rest can be checked.
pub(crate) fn read(
    slug: &str,
    node: &Node,
    catalogue: &Catalogue,
    texts: &mut TextReader,
    diagnostics: &mut Diagnostics,
) -> Result<Draft, Reported> {
    let mut reader = Reader {
        catalogue,
        texts,
        diagnostics,
    };
    if node.is_empty() && node.unread.is_none() {
        let finding = Diagnostic::new(Code::WRONG_TYPE, node.origin(), "hồ sơ này chưa có gì");
        let hint = "chép một hồ sơ mẫu vào đây, hoặc xóa tệp này và tạo lại bằng lệnh `xaso new`";
        return Err(reader.diagnostics.report(finding.hint(hint)));
    }
    let fields = Fields::new(node, reader.diagnostics)?;
    Ok(reader.profile(slug, fields))
}

/// A profile as far as it could be read.
pub(crate) struct Draft {
    /// The profile, with blanks for what could not be read.
    pub profile: Profile,
    /// Whether it has all that a plan needs.
    pub is_complete: bool,
    /// Whether the terrain is known, by which what is offered is judged.
    pub terrain_known: bool,
    /// The targets as far as they could be read.
    pub targets: DraftTargets,
    /// Whether the code of each task could be read.
    pub tasks_named: bool,
    /// What the estimate is held to.
    pub scope: Scope,
}

impl Scope {
    /// That of a profile of which nothing could be read.
    pub(crate) fn unknown(reported: Reported) -> Self {
        Self {
            years: Err(reported),
            components: Err(reported),
            own_rows: Err(reported),
            has_district: true,
        }
    }
}

/// What reading a profile needs at every step.
pub(super) struct Reader<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) texts: &'a mut TextReader,
    pub(super) diagnostics: &'a mut Diagnostics,
}

/// The head of a plan: number, day, place.
struct Head {
    number: String,
    date: crate::model::Date,
    place: Option<String>,
}

impl Reader<'_> {
    fn profile(&mut self, slug: &str, mut fields: Fields<'_>) -> Draft {
        let own = fields.origin();
        let (commune, terrain) = match fields.require(keys::COMMUNE, self.diagnostics) {
            Ok(node) => self.commune(node),
            Err(reported) => (Err(reported), Err(reported)),
        };
        let illustrative = self.flag(&mut fields, keys::ILLUSTRATIVE);
        let has_district = self.flag(&mut fields, keys::HAS_DISTRICT);
        let (head, years) = match fields.require(keys::PLAN, self.diagnostics) {
            Ok(node) => self.head(node),
            Err(reported) => (Err(reported), Err(reported)),
        };
        let signatory = fields.require(keys::SIGNATORY, self.diagnostics);
        let signatory = signatory.and_then(|node| self.signatory(node));
        let recipients = self.lines(fields.take(keys::RECIPIENTS));
        let own_legal = self.lines(fields.take(keys::LEGAL));
        let survey = fields.take(keys::SITUATION).map(|node| self.survey(node));
        let years_known = years.as_deref().map_err(|reported| *reported);
        let targets = fields.require(keys::TARGETS, self.diagnostics);
        let targets = targets.map(|node| self.targets(node, years_known));
        let targets = targets.unwrap_or_else(DraftTargets::unknown);
        let phases = fields.require(keys::PHASE, self.diagnostics);
        let phases = match phases {
            Ok(node) => choices::phases(self, node, years_known),
            Err(reported) => Phases::unknown(&own, reported),
        };
        let frame = Frame {
            terrain,
            years,
            phases,
        };
        let components = fields.require(keys::COMPONENTS, self.diagnostics);
        let components = components.map(|node| choices::components(self, node, &frame));
        let (components, components_read) =
            components.unwrap_or_else(|reported| (Vec::new(), Err(reported)));
        let left_out = fields.take(keys::LEFT_OUT);
        let left_out = left_out.map(|node| choices::left_out(self, node, &components));
        let tasks = fields.take(keys::TASKS);
        let (tasks, tasks_read) = choices::tasks(self, tasks, &components, &frame);
        let own_rows = fields.take(keys::ROW).map(|node| self.own_rows(node));
        let (own_rows, own_rows_read) = own_rows.unwrap_or((Vec::new(), Ok(())));
        let funding = fields.take(keys::FUNDING);
        let funding = funding.and_then(|node| self.funding(node).ok());
        let (ceiling, unit) = funding.unwrap_or_default();
        let rent_or_buy = fields.take(keys::RENT_OR_BUY);
        let rent_or_buy =
            rent_or_buy.map(|node| self.rent_or_buy(node, &components, components_read));
        // What the profile says of rules is read with the rules.
        let _ = fields.take(keys::RULES);
        let own_sections = fields
            .take(keys::OWN_SECTIONS)
            .map(|node| self.own_sections(node))
            .unwrap_or_default();
        fields.finish(self.diagnostics);
        let scope = Scope {
            years: frame.years.clone(),
            components: components_read.map(|()| {
                components
                    .iter()
                    .map(|chosen| chosen.code.clone())
                    .collect()
            }),
            own_rows: own_rows_read.map(|()| own_rows.clone()),
            has_district,
        };
        let survey = survey.transpose();
        let is_complete = commune.is_ok()
            && head.is_ok()
            && frame.years.is_ok()
            && signatory.is_ok()
            && survey.is_ok()
            && targets.read.is_ok()
            && frame.phases.all().is_ok();
        let terrain = frame.terrain.unwrap_or(Terrain::Rural);
        let commune = commune.unwrap_or_else(|_| blank::commune(terrain));
        let head = head.unwrap_or_else(|_| blank::head());
        let profile = Profile {
            slug: slug.to_owned(),
            place: head.place.unwrap_or_else(|| commune.name.clone()),
            commune,
            illustrative,
            has_district,
            number: head.number,
            date: head.date,
            years: frame.years.unwrap_or_default(),
            signatory: signatory.unwrap_or_else(|_| blank::signatory()),
            recipients,
            own_legal,
            survey: survey.ok().flatten().unwrap_or_default(),
            targets: targets.whole(),
            phases: frame.phases.dates(),
            components,
            tasks,
            left_out: left_out.unwrap_or_default(),
            ceiling,
            unit,
            rent_or_buy: rent_or_buy.unwrap_or_default(),
            own_rows,
            own_sections,
        };
        Draft {
            profile,
            is_complete,
            terrain_known: frame.terrain.is_ok(),
            targets,
            tasks_named: tasks_read.is_ok(),
            scope,
        }
    }

    /// The sum that the plan may not exceed, and the unit in which amounts are shown.
    fn funding(&mut self, node: &Node) -> Result<(Option<Located<Dong>>, DisplayUnit), Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let ceiling = fields.take(keys::CEILING).and_then(|node| {
            let value = fields::dong(node, self.diagnostics).ok()?;
            Some(Located {
                value,
                at: node.origin(),
            })
        });
        let unit = fields.take(keys::DISPLAY_UNIT);
        let unit = unit
            .and_then(|node| fields::choice(node, &DisplayUnit::KEYS, self.diagnostics).ok())
            .unwrap_or_default();
        fields.finish(self.diagnostics);
        Ok((ceiling, unit))
    }

    /// Whether a key says yes; one that is missing says no.
    pub(super) fn flag(&mut self, fields: &mut Fields<'_>, key: &'static str) -> bool {
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

    /// The commune, and its terrain, which is known even where the rest is not.
    fn commune(&mut self, node: &Node) -> (Result<Commune, Reported>, Result<Terrain, Reported>) {
        let mut fields = match Fields::new(node, self.diagnostics) {
            Ok(fields) => fields,
            Err(reported) => return (Err(reported), Err(reported)),
        };
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

    /// The head, and the years, which are known even where the rest is not.
    fn head(&mut self, node: &Node) -> (Result<Head, Reported>, Result<Vec<i32>, Reported>) {
        let mut fields = match Fields::new(node, self.diagnostics) {
            Ok(fields) => fields,
            Err(reported) => return (Err(reported), Err(reported)),
        };
        let number = self.required_text(&mut fields, keys::NUMBER);
        let date = fields.require(keys::DATE, self.diagnostics);
        let date = date.and_then(|node| fields::date(node, self.diagnostics));
        let place = self.text(&mut fields, keys::PLACE);
        let years = fields.require(keys::YEAR, self.diagnostics);
        let years = years.and_then(|node| self.years(node));
        fields.finish(self.diagnostics);
        let head = || {
            Ok(Head {
                number: number?,
                date: date?,
                place,
            })
        };
        (head(), years)
    }

    /// One to five years, ascending, each once.
    fn years(&mut self, node: &Node) -> Result<Vec<i32>, Reported> {
        let mut years = Vec::new();
        for item in fields::list(node, self.diagnostics)? {
            let year = fields::whole(item, self.diagnostics)?;
            let year = i32::try_from(year).ok();
            let Some(year) = year.filter(|year| (2000..=2100).contains(year)) else {
                let message = "năm của kế hoạch phải từ 2000 đến 2100";
                let finding = Diagnostic::new(Code::BAD_NUMBER, item.origin(), message);
                let finding = finding.hint("viết năm bằng bốn chữ số, ví dụ 2027");
                return Err(self.diagnostics.report(finding));
            };
            years.push(year);
        }
        let ascending = years.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        if ascending && (1..=5).contains(&years.len()) {
            return Ok(years);
        }
        let message = "các năm của kế hoạch phải liền nhau, tăng dần và không quá 5 năm";
        let finding = Diagnostic::new(Code::BAD_NUMBER, node.origin(), message);
        Err(self
            .diagnostics
            .report(finding.hint("ví dụ: nam: [2027, 2028]")))
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
