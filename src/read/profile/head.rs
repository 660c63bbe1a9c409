//! The head of a plan (number, day, who issues it and how) and who signs it.

use super::reader::Reader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Date;
use crate::model::Deputising;
use crate::model::Issue;
use crate::model::Issuer;
use crate::model::OPEN_NUMBER;
use crate::model::OpenDay;
use crate::model::Signatory;
use crate::model::keys;
use crate::model::letters_of_open;
use crate::read::fields;
use crate::read::fields::Fields;

/// The letters behind the number of a decision.
const DECISION: &str = "QĐ-UBND";

/// The head of a plan: number, day, place.
pub(super) struct Head {
    pub(super) number: String,
    pub(super) date: Date,
    pub(super) place: Option<String>,
    pub(super) issue: Issue,
}

impl Reader<'_> {
    /// The head, and the years, which are known even where the rest is not.
    pub(super) fn head(
        &mut self,
        node: &Node,
    ) -> (Result<Head, Reported>, Result<Vec<i32>, Reported>) {
        let mut fields = match Fields::new(node, self.diagnostics) {
            Ok(fields) => fields,
            Err(reported) => return (Err(reported), Err(reported)),
        };
        let is_draft = self.flag(&mut fields, keys::DRAFT);
        let issuer = fields.take(keys::ISSUER);
        let issuer = issuer
            .map(|node| fields::choice(node, &Issuer::KEYS, self.diagnostics))
            .transpose();
        let place = self.text(&mut fields, keys::PLACE);
        let decision = fields.take(keys::DECISION);
        let letters = issuer.unwrap_or_default().unwrap_or_default().letters();
        // The years come after the day, as they are written; a day that is open is taken from them.
        let (number, date) = match decision {
            None => self.number_and_day(&mut fields, is_draft, letters),
            Some(node) => self.decision(node, &mut fields, is_draft),
        };
        let years = fields.require(keys::YEAR, self.diagnostics);
        let years = years.and_then(|node| fields::years(node, self.diagnostics));
        fields.finish(self.diagnostics);
        let head = || {
            let date = match date? {
                Some(date) => date,
                None => {
                    let years = years.as_deref().map_err(|reported| *reported)?;
                    let first = years.first().and_then(|year| Date::new(*year, 1, 1));
                    (first.unwrap_or(Date::FIRST), OpenDay::Month)
                }
            };
            let (date, open_day) = date;
            Ok(Head {
                number: number?,
                date,
                place,
                issue: Issue {
                    issuer: issuer?.unwrap_or_default(),
                    is_draft,
                    open_day,
                    by_decision: decision.is_some(),
                },
            })
        };
        (head(), years)
    }

    /// A number, open where a draft has none; a day, and what is open of it; nothing where all but the year is,
    /// which is the plan's first.
    #[expect(clippy::type_complexity, reason = "two values, each with its fault")]
    fn number_and_day(
        &mut self,
        fields: &mut Fields<'_>,
        is_draft: bool,
        letters: &str,
    ) -> (
        Result<String, Reported>,
        Result<Option<(Date, OpenDay)>, Reported>,
    ) {
        let open = |letters: &str| format!("{OPEN_NUMBER}/{letters}");
        let number = match fields.take(keys::NUMBER) {
            None if is_draft => Ok(open(letters)),
            _ => self.required_text(fields, keys::NUMBER).map(|number| {
                match letters_of_open(&number).filter(|_| is_draft) {
                    Some(letters) => open(letters),
                    None => number,
                }
            }),
        };
        let date = match fields.take(keys::DATE) {
            None if is_draft => return (number, Ok(None)),
            _ => fields.require(keys::DATE, self.diagnostics),
        };
        let date = date.and_then(|node| match month(node).filter(|_| is_draft) {
            Some(last) => Ok((last, OpenDay::Day)),
            None => Ok((fields::date(node, self.diagnostics)?, OpenDay::Nothing)),
        });
        (number, date.map(Some))
    }

    /// Number and day of the decision that issues the plan, which has none of its own.
    #[expect(clippy::type_complexity, reason = "two values, each with its fault")]
    fn decision(
        &mut self,
        node: &Node,
        own: &mut Fields<'_>,
        is_draft: bool,
    ) -> (
        Result<String, Reported>,
        Result<Option<(Date, OpenDay)>, Reported>,
    ) {
        for key in [keys::NUMBER, keys::DATE] {
            if let Some(node) = own.take(key) {
                self.beside_decision(node, &format!("kế hoạch không có `{key}` riêng"));
            }
        }
        let mut fields = match Fields::new(node, self.diagnostics) {
            Ok(fields) => fields,
            Err(reported) => return (Err(reported), Err(reported)),
        };
        let read = self.number_and_day(&mut fields, is_draft, DECISION);
        fields.finish(self.diagnostics);
        read
    }

    /// Reports what a plan that a decision issues does not have.
    pub(super) fn beside_decision(&mut self, node: &Node, what: &str) {
        let message = format!("ban hành kèm theo quyết định thì {what}");
        let finding = Diagnostic::new(Code::CONTRADICTORY, node.origin(), message);
        let hint = "xóa dòng này, số, ngày, người ký, nơi nhận đều ở quyết định; hoặc bỏ `quyet_dinh` nếu kế hoạch được ký riêng";
        self.diagnostics.report(finding.hint(hint));
    }

    /// Who signs a plan of this issuer.
    pub(super) fn signatory(&mut self, node: &Node, issuer: Issuer) -> Result<Signatory, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let way = fields.take(keys::SIGNING);
        let way = way.map(|node| fields::choice(node, &Deputising::KEYS, self.diagnostics));
        let way = way.transpose();
        let authority = fields.take(keys::AUTHORITY);
        if let (Ok(Some(way)), Some(node)) = (way, authority)
            && way != Deputising::Instead
        {
            let message = format!("ký {} thì không có dòng quyền hạn ở trên", way.letters());
            let finding = Diagnostic::new(Code::CONTRADICTORY, node.origin(), message);
            self.diagnostics
                .report(finding.hint("bỏ `quyen_han`, hoặc bỏ `cach_ky`"));
        }
        let authority = authority.map(|node| fields::text(node, self.diagnostics));
        let authority = authority.transpose();
        let office = self.required_text(&mut fields, keys::OFFICE);
        let name = self.text(&mut fields, keys::FULL_NAME);
        fields.finish(self.diagnostics);
        let (authority, office, way) = (authority?, office?, way?);
        let authority = authority.unwrap_or_else(|| issuer.authority()).to_owned();
        let of_head = |way: Deputising| format!("{} {}", way.letters(), issuer.head());
        let (authority, office) = match way {
            None => (authority, office),
            Some(way @ Deputising::Instead) => (authority, format!("{}\n{office}", of_head(way))),
            Some(way) => (of_head(way), office),
        };
        Ok(Signatory {
            authority,
            office,
            name,
        })
    }
}

/// The last day of a month that stands without a day: `01/2027`, `tháng 1 năm 2027`, `…/01/2027`.
fn month(node: &Node) -> Option<Date> {
    let NodeValue::Scalar(text) = &node.value else {
        return None;
    };
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    let numbers: Vec<&str> = numbers.filter(|digits| !digits.is_empty()).collect();
    let (month, year) = match numbers.as_slice() {
        [month, year] if year.len() == 4 => (month, year),
        [year, month] if year.len() == 4 => (month, year),
        _ => return None,
    };
    Date::last_of_month(year.parse().ok()?, month.parse().ok()?)
}
