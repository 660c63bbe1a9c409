//! What the values of a cost line must agree with, wherever it is written: the codes of the catalogue,
//! what the profile has chosen, the years and the level of the plan, and the product of the line.

use std::sync::Arc;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::model::BudgetRowId;
use crate::model::Catalogue;
use crate::model::CostKind;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::FundingSource;
use crate::model::NoAmount;
use crate::model::PriceList;
use crate::model::fold;
use crate::model::vietnamese;
use crate::read::profile::Scope;
use crate::read::profile::join_years;
use crate::read::references::BUDGET_ROWS;
use crate::source::Located;
use crate::source::Origin;

/// What people write for the kinds of cost, each kind's own name first.
const COST_KINDS: [(&str, CostKind); 18] = [
    ("đầu tư", CostKind::Investment),
    ("đầu tư ban đầu", CostKind::Investment),
    ("đầu tư nâng cấp hạ tầng, thiết bị", CostKind::Investment),
    ("mua sắm", CostKind::Investment),
    ("mua", CostKind::Investment),
    ("xã hội hóa", CostKind::Socialised),
    ("xhh", CostKind::Socialised),
    ("thuê dịch vụ", CostKind::Rent),
    ("thuê", CostKind::Rent),
    ("bảo dưỡng", CostKind::Upkeep),
    ("bảo dưỡng, nâng cấp hạ tầng, thiết bị", CostKind::Upkeep),
    ("bảo trì", CostKind::Upkeep),
    ("bảo trì, bảo dưỡng", CostKind::Upkeep),
    ("bảo dưỡng, bảo trì", CostKind::Upkeep),
    ("duy trì", CostKind::Upkeep),
    ("thuê hằng năm", CostKind::YearlyRent),
    ("thuê hàng năm", CostKind::YearlyRent),
    ("thuê dịch vụ hằng năm", CostKind::YearlyRent),
];

/// What a word of a list stands for; marks and case do not count.
fn meaning<T: Copy>(written: &str, known: &[(&str, T)]) -> Option<T> {
    // Most are written as they stand in the list.
    let lower = written.to_lowercase();
    let found = known.iter().find(|(word, _)| *word == lower);
    let found = found.or_else(|| {
        let folded = fold(written);
        known.iter().find(|(word, _)| fold(word) == folded)
    });
    found.map(|(_, value)| *value)
}

/// The kind of cost that a word stands for.
pub(super) fn kind_of(written: &str) -> Option<CostKind> {
    meaning(written, &COST_KINDS)
}

/// The source of money that a word stands for.
pub(super) fn source_of(written: &str) -> Option<FundingSource> {
    FundingSource::named(written)
}

/// The value of a word of a list.
///
/// # Errors
/// A word that is not in the list is reported, with those that are offered and the nearest of them.
fn word<T: Copy + PartialEq>(
    written: &Located<String>,
    known: &[(&str, T)],
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Result<T, Reported> {
    if let Some(value) = meaning(&written.value, known) {
        return Ok(value);
    }
    let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
    let mut names: Vec<(&str, T)> = Vec::new();
    for (word, value) in known {
        if names.iter().all(|(_, other)| other != value) {
            names.push((word, *value));
        }
    }
    let names: Vec<&str> = names.into_iter().map(|(word, _)| word).collect();
    let message = format!("`{}` không phải là {what} dùng được", written.value);
    let finding = Diagnostic::new(Code::UNKNOWN_COST_VALUE, written.at.clone(), message);
    let finding = finding.hint(format!("viết một trong: {}", names.join("; ")));
    let finding = diagnostics.suggest(finding, &written.value, words);
    Err(diagnostics.report(finding))
}

/// Reports a fault with its remedy.
pub(super) fn report(
    code: Code,
    at: &Origin,
    message: String,
    hint: &str,
    diagnostics: &mut Diagnostics,
) -> Reported {
    diagnostics.report(Diagnostic::new(code, at.clone(), message).hint(hint))
}

/// What a cost line is held to.
#[derive(Clone, Copy)]
pub(crate) struct Values<'a> {
    /// What the profile says.
    pub scope: &'a Scope,
    /// What all communes share.
    pub catalogue: &'a Catalogue,
    /// The province's prices.
    pub prices: &'a PriceList,
}

impl Values<'_> {
    /// The row of Phụ lục II and the component of a line; one of them may be left to the other.
    pub(super) fn row_and_component(
        self,
        row: &Located<String>,
        component: &Located<String>,
        diagnostics: &mut Diagnostics,
    ) -> Result<(BudgetRowId, Option<Arc<str>>), Reported> {
        let code = match component.value.as_str() {
            "" => Ok(None),
            written => self
                .component(written, &component.at, diagnostics)
                .map(Some),
        };
        let budget_row = if !row.value.is_empty() {
            self.budget_row(&row.value, &row.at, diagnostics)
        } else if component.value.is_empty() {
            Err(report(
                Code::EMPTY_CELL,
                &row.at,
                "dòng chi phí chưa có mã dòng của Phụ lục II hay mã thành phần".to_owned(),
                "điền một trong hai, ví dụ I.1.7 hoặc HTS8",
                diagnostics,
            ))
        } else {
            code.clone().and_then(|code| {
                let found = code.and_then(|code| self.catalogue.component(&code));
                let id = found.map(|component| component.budget_row.clone());
                id.ok_or_else(|| {
                    let message = "thiếu mã dòng".to_owned();
                    let hint = "điền mã dòng của Phụ lục II, ví dụ I.1.7";
                    report(Code::EMPTY_CELL, &row.at, message, hint, diagnostics)
                })
            })
        };
        Ok((budget_row?, code?.map(Arc::from)))
    }

    /// Whether a code is that of a row of Phụ lục II that may be spent on.
    pub(super) fn is_leaf(self, written: &str) -> bool {
        let rows = self.catalogue.budget_rows.iter();
        let rows = rows.chain(self.scope.own_rows.iter().flatten());
        let Some(id) = BudgetRowId::parse(written) else {
            return false;
        };
        rows.clone().any(|row| row.id == id)
            && !rows
                .clone()
                .any(|row| row.id != id && row.id.is_within(&id))
    }

    fn component(
        self,
        written: &str,
        at: &Origin,
        diagnostics: &mut Diagnostics,
    ) -> Result<String, Reported> {
        let compact: String = written.split_whitespace().collect();
        let Some(component) = self.catalogue.component(&compact) else {
            let message = format!("không có thành phần nào mang mã `{written}`");
            let chosen = self.scope.components.as_deref().unwrap_or_default();
            let known = chosen.iter().map(String::as_str);
            let finding = Diagnostic::new(Code::UNKNOWN_COMPONENT, at.clone(), message);
            let finding = diagnostics.suggest(finding, written, known);
            return Err(diagnostics.report_unknown(written, finding));
        };
        let code = &component.code;
        if !component.supplier.is_commune() {
            let message = format!("{code} do cấp trên cung cấp, xã không bố trí kinh phí xây dựng");
            let hint = "bỏ khoản này; phần của xã (thiết bị, đường truyền, tập huấn) ghi vào thành phần của xã";
            let shared = Code::SHARED_COMPONENT_PAID;
            return Err(report(shared, at, message, hint, diagnostics));
        }
        let chosen = self.scope.components.as_ref();
        if chosen.is_ok_and(|chosen| !chosen.contains(code)) {
            let message = format!("thành phần {code} không được chọn trong hồ sơ của xã");
            let hint = "thêm mã này vào `thanh_phan` của hồ sơ, hoặc sửa mã ở đây";
            let not_chosen = Code::COMPONENT_NOT_CHOSEN;
            return Err(report(not_chosen, at, message, hint, diagnostics));
        }
        Ok(code.clone())
    }

    fn budget_row(
        self,
        written: &str,
        at: &Origin,
        diagnostics: &mut Diagnostics,
    ) -> Result<BudgetRowId, Reported> {
        let rows = self.catalogue.budget_rows.iter();
        let rows = rows.chain(self.scope.own_rows.iter().flatten());
        let id = BudgetRowId::parse(written);
        let is_known = |id: &BudgetRowId| rows.clone().any(|row| row.id == *id);
        let Some(id) = id.filter(is_known) else {
            // It may be one of the commune's own that could not be read.
            self.scope.own_rows.as_ref().map_err(|reported| *reported)?;
            let message = format!("Phụ lục II không có dòng `{written}`");
            let hint = "dùng mã dòng có sẵn, hoặc thêm dòng của xã bằng khóa `dong` trong hồ sơ";
            let finding = Diagnostic::new(Code::UNKNOWN_BUDGET_ROW, at.clone(), message).hint(hint);
            return Err(diagnostics.report_unknown(BUDGET_ROWS, finding));
        };
        let mut below = rows.filter(|row| row.id != id);
        if below.any(|row| row.id.is_within(&id)) {
            let message = format!("dòng {id} là dòng tổng, không ghi chi phí trực tiếp");
            let hint = format!("ghi vào một dòng con, ví dụ {id}.1");
            return Err(report(
                Code::UNKNOWN_BUDGET_ROW,
                at,
                message,
                &hint,
                diagnostics,
            ));
        }
        Ok(id)
    }

    /// A year of the plan that stands there as such; nothing where it has to be looked at closely.
    pub(super) fn plain_year(self, written: &str) -> Option<i32> {
        let years = self.scope.years.as_deref().ok()?;
        let year = written.parse().ok()?;
        years.contains(&year).then_some(year)
    }

    /// A year of the plan: `2027`, `Năm 2027`, or a day in it.
    pub(super) fn year(
        self,
        written: &str,
        at: &Origin,
        diagnostics: &mut Diagnostics,
    ) -> Result<i32, Reported> {
        let years = self.scope.years.as_deref().map_err(|reported| *reported)?;
        let year = year_in(written).filter(|year| years.contains(year) && !has_years(written));
        year.ok_or_else(|| {
            let named = join_years(years);
            let (message, hint) = if has_years(written) {
                let message = format!("ô này ghi nhiều năm: `{written}`; mỗi khoản chi thuộc một năm");
                let hint = format!("tách thành mỗi năm một dòng, mỗi dòng ghi một năm và phần tiền của năm đó; các năm của kế hoạch: {named}");
                (message, hint)
            } else {
                let message = format!("năm `{written}` không thuộc kế hoạch");
                (message, format!("các năm của kế hoạch: {named}"))
            };
            report(Code::YEAR_OUTSIDE_PLAN, at, message, &hint, diagnostics)
        })
    }

    /// The price of something for which none is written: that of the province's list, if it names one.
    pub(super) fn listed_price(
        self,
        description: &str,
        unit: &str,
        at: &Origin,
        diagnostics: &mut Diagnostics,
    ) -> Option<Dong> {
        let item = self.prices.find(&fold(description), &fold(unit))?;
        let price = item
            .only_price()
            .filter(|_| item.is_named_by(description))?;
        let message = format!(
            "đơn giá để trống, lấy {} đồng theo bảng giá",
            vietnamese::amount(price)
        );
        let hint = "ghi đơn giá nếu mua với giá khác";
        report(Code::PRICE_FROM_LIST, at, message, hint, diagnostics);
        Some(price)
    }

    /// A kind of cost.
    pub(super) fn kind(
        written: &Located<String>,
        diagnostics: &mut Diagnostics,
    ) -> Result<CostKind, Reported> {
        word(written, &COST_KINDS, "loại chi phí", diagnostics)
    }
}

/// The only number of four digits in a text.
pub(super) fn year_in(text: &str) -> Option<i32> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    let mut years = numbers.filter(|number| number.len() == 4);
    let year = years.next()?.parse().ok()?;
    years.next().is_none().then_some(year)
}

/// Whether a text names several years: "2027, 2028", "2027-28".
pub(super) fn has_years(text: &str) -> bool {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    if numbers.filter(|number| number.len() == 4).count() > 1 {
        return true;
    }
    let mut stretches = text.split(['-', '–', '/']).map(str::trim);
    let is_year = |stretch: &str| {
        let digits = stretch.bytes().rev();
        digits.take_while(u8::is_ascii_digit).count() == 4
    };
    // Behind a year stand the last digits of another one, or a month.
    stretches.next().is_some_and(is_year)
        && stretches.next().is_some_and(|second| {
            second.len() == 2 && second.parse::<u8>().is_ok_and(|number| number > 12)
        })
}

/// Quantity × price, in whole đồng, held against the amount that is stated for it.
pub(super) fn amount(
    quantity: &Located<Decimal>,
    unit_price: Dong,
    stated: Option<&Located<Dong>>,
    diagnostics: &mut Diagnostics,
) -> Result<Dong, Reported> {
    let product = Dong::product(quantity.value, unit_price.amount()).map_err(|why| {
        let (code, message) = match why {
            NoAmount::Fraction => (
                Code::FRACTIONAL_AMOUNT,
                "số lượng nhân đơn giá không ra số tiền tròn đồng",
            ),
            NoAmount::OutOfRange => (
                Code::OVERFLOW,
                "số lượng nhân đơn giá vượt quá 999.999.999.999.999 đồng",
            ),
        };
        let hint = match why {
            NoAmount::Fraction => "ghi đơn giá sao cho tích tròn đồng; hoặc ghi cả khoản thành một gói: số lượng 1, đơn vị tính “gói”, đơn giá là số tiền tròn đồng",
            NoAmount::OutOfRange => "xem lại số lượng và đơn giá",
        };
        report(code, &quantity.at, message.to_owned(), hint, diagnostics)
    })?;
    let Some(stated) = stated.filter(|stated| stated.value != product) else {
        return Ok(product);
    };
    let message = format!(
        "thành tiền ghi {} đồng, số lượng × đơn giá là {} đồng",
        vietnamese::amount(stated.value),
        vietnamese::amount(product)
    );
    let hint = "sửa thành tiền, số lượng hoặc đơn giá cho khớp";
    let code = Code::AMOUNT_NOT_PRODUCT;
    Err(report(code, &stated.at, message, hint, diagnostics))
}

#[cfg(test)]
mod tests {
    use super::has_years;

    #[test]
    fn several_years_are_told_from_a_day() {
        for (text, wanted) in [
            ("2027, 2028", true),
            ("2027-2028", true),
            ("2027 - 28", true),
            ("Năm 2027/28", true),
            ("2027", false),
            ("Năm 2027", false),
            ("2027-03-31", false),
            ("31/12/2027", false),
            ("12/2027", false),
            ("2027-12", false),
        ] {
            assert_eq!(has_years(text), wanted, "{text}");
        }
    }
}
