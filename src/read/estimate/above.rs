//! The year and the source of a line held against what the head of its group, the title over the table and the
//! tab of its sheet say: the line counts, and who reads those would take it for another year's or
//! another's money.

use super::Column;
use super::Reader;
use super::spans::year_of;
use super::values::has_years;
use super::values::source_of;
use super::values::year_in;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::model::Commune;
use crate::model::CostLine;
use crate::model::FundingSource;
use crate::model::Levels;
use crate::model::fold;
use crate::read::table::Row;
use crate::source::CellRef;
use crate::source::Origin;

/// Words of a tab or a title with which a year is the bound of a stretch, or that of a document.
const NOT_ALONE: [&str; 12] = [
    "tu", "den", "giai", "sau", "truoc", "tro", "qd", "nq", "ngay", "thang", "can", "theo",
];

/// How the title of an estimate begins, folded.
const TITLES: [&str; 6] = ["du toan", "bang", "bieu", "phu luc", "kinh phi", "nguon"];

/// Words of which one stands in a text that speaks of whose money it is, folded.
const OF_MONEY: [&str; 5] = ["nguon", "ngan sach", "von", "ns", "kinh phi"];

/// What was told of the lines of a sheet, once for each heading and once for tab and title.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Told {
    is_sheet: bool,
    heading: Option<u32>,
}

/// What the tab of a sheet or the title over its table says of all lines.
#[derive(Debug, Clone)]
pub(super) struct OfSheet<T> {
    value: T,
    /// The cell of the title; none for the tab.
    title: Option<CellRef>,
}

impl<T> OfSheet<T> {
    fn name(&self) -> String {
        self.title
            .map_or_else(|| "tên trang".to_owned(), |at| format!("tiêu đề ở ô {at}"))
    }
}

impl<'a> Reader<'a> {
    /// Takes what the tab and the title over the first table of the sheet say of all lines.
    pub(super) fn note_titles(&mut self) {
        let tab = fold(&self.table.sheet.name);
        let tab_year = self.year_of_sheet.filter(|_| is_of_one_year(&tab));
        self.headings.sheet_year = self
            .of_plan(tab_year)
            .map(|value| OfSheet { value, title: None });
        let source = source_named(&tab);
        self.headings.sheet_source = source.map(|value| OfSheet { value, title: None });
        // A title right above the names of columns may be taken for one of their rows.
        let header = &self.table.header;
        let (first, last) = (header.first_row(), header.last_row());
        let rows = self.table.sheet.rows().take_while(|(row, _)| *row <= last);
        let rows = rows.filter(|(row, cells)| *row < first || cells.len() == 1);
        for (at, cell) in rows.flat_map(|(_, cells)| cells) {
            let Some(text) = cell.text().filter(|text| text.len() < 400) else {
                continue;
            };
            let folded = fold(text);
            if !TITLES.iter().any(|begin| folded.starts_with(begin)) {
                continue;
            }
            let title = Some(*at);
            if self.headings.sheet_year.is_none() && is_of_one_year(&folded) {
                let year = folded.contains("nam ").then(|| year_in(&folded)).flatten();
                self.headings.sheet_year = self.of_plan(year).map(|value| OfSheet { value, title });
            }
            if self.headings.sheet_source.is_none() {
                let source = source_named(&folded);
                self.headings.sheet_source = source.map(|value| OfSheet { value, title });
            }
        }
    }

    /// Whether the tab tells the year of all lines: no column does, or one in which nothing stands.
    pub(super) fn tab_tells_year(&mut self) -> bool {
        let Some(column) = self.table.header.column(Column::Year) else {
            return self.year_of_sheet.is_some();
        };
        let tab = fold(&self.table.sheet.name);
        let year = self.year_of_sheet.filter(|_| is_of_one_year(&tab));
        let Some(year) = self.of_plan(year) else {
            return false;
        };
        let mut rows = self.table.header.rows_below(self.table.sheet).map(Row::new);
        if rows.any(|row| !self.table.text(row, Column::Year).is_empty()) {
            return false;
        }
        let at = CellRef {
            row: self.table.header.last_row(),
            column,
        };
        let message = format!("cột \"Năm\" để trống, lấy năm {year} theo tên trang");
        let finding = Diagnostic::new(Code::YEAR_FROM_TAB, self.table.place.cell(at), message);
        let hint = "điền cột Năm nếu có khoản thuộc năm khác";
        self.table.diagnostics.report(finding.hint(hint));
        true
    }

    fn of_plan(&self, year: Option<i32>) -> Option<i32> {
        self.values.plain_year(&year?.to_string())
    }

    /// Warns of the first line whose own year or source its heading, or else title or tab, does not say.
    pub(super) fn unlike_above(&mut self, row: Row<'a>, line: &CostLine) {
        if !self.table.text(row, Column::Year).is_empty() {
            self.year_unlike(row, line.year);
        }
        if !self.table.text(row, Column::Source).is_empty() {
            self.source_unlike(row, line.source);
        }
    }

    fn year_unlike(&mut self, row: Row<'a>, year: i32) {
        let heading = self.headings.year().map(|(heading, given)| {
            let said = year_of(&fold(&given.value)).or_else(|| year_in(&given.value));
            let said = said.filter(|_| !has_years(&given.value));
            (heading, &given.at, said)
        });
        let sheet = self.headings.sheet_year.as_ref();
        let mut told = self.headings.year_told;
        let holds = |heading| self.headings.holds(heading, told.heading);
        let above = above(heading, sheet, year, holds, told.is_sheet);
        let Some(above) = above else {
            return;
        };
        told.note(&above);
        let message = format!(
            "{} ghi năm {}, dòng này ghi năm {year}; kế hoạch lấy năm ghi ở từng dòng",
            above.place, above.said
        );
        let hint = above.within.hint("Năm", "năm");
        self.headings.year_told = told;
        let code = Code::LINE_UNLIKE_HEADING;
        self.table.report(code, row, Column::Year, message, &hint);
    }

    fn source_unlike(&mut self, row: Row<'a>, source: FundingSource) {
        let heading = self.headings.source().map(|(heading, given)| {
            let said = source_of(&given.value).filter(|_| self.speaks_of_money(heading));
            (heading, &given.at, said)
        });
        let sheet = self.headings.sheet_source.as_ref();
        let mut told = self.headings.source_told;
        let holds = |heading| self.headings.holds(heading, told.heading);
        let above = above(heading, sheet, source, holds, told.is_sheet);
        let Some(above) = above else {
            return;
        };
        told.note(&above);
        let commune = self.values.scope.commune.as_ref();
        let levels = commune.map_or(Levels::GENERAL, Commune::levels);
        let message = format!(
            "{} ghi nguồn {}, dòng này ghi nguồn {}; kế hoạch lấy nguồn ghi ở từng dòng",
            above.place,
            above.said.written(levels),
            source.written(levels)
        );
        let hint = above.within.hint("Nguồn kinh phí", "nguồn");
        self.headings.source_told = told;
        let code = Code::LINE_UNLIKE_HEADING;
        self.table.report(code, row, Column::Source, message, &hint);
    }
}

/// What stands above a line and says otherwise.
struct Above<T> {
    /// What it is called.
    place: String,
    said: T,
    within: Within,
}

/// Of which lines what stands above them speaks.
#[derive(Clone, Copy)]
enum Within {
    /// Those of the group with the heading at this row.
    Group(u32),
    /// All of a sheet, by its tab.
    Tab,
    /// All of a table, by its title.
    Title,
}

impl Within {
    /// What to mend, where the column is called so and holds this.
    fn hint(self, column: &str, what: &str) -> String {
        match self {
            Self::Group(_) => format!(
                "sửa cột {column} của các dòng trong nhóm, hoặc chuyển dòng này sang nhóm của {what} đó"
            ),
            Self::Tab => {
                format!("sửa cột {column} của các dòng trong trang này, hoặc đổi tên trang")
            }
            Self::Title => {
                format!("sửa cột {column} của các dòng trong bảng này, hoặc sửa tiêu đề")
            }
        }
    }
}

impl Told {
    fn note<T>(&mut self, above: &Above<T>) {
        match above.within {
            Within::Group(heading) => self.heading = Some(heading),
            Within::Tab | Within::Title => self.is_sheet = true,
        }
    }
}

/// What says otherwise than a line: its heading, as long as that `holds`, or where it has none the sheet, unless it
/// was told of.
fn above<T: Copy + PartialEq>(
    heading: Option<(u32, &Origin, Option<T>)>,
    sheet: Option<&OfSheet<T>>,
    own: T,
    holds: impl Fn(u32) -> bool,
    sheet_is_told: bool,
) -> Option<Above<T>> {
    let (place, said, within) = match heading {
        Some((heading, at, said)) => {
            let said = said.filter(|said| *said != own && holds(heading))?;
            (place_of_heading(at), said, Within::Group(heading))
        }
        None => {
            let sheet = sheet.filter(|sheet| sheet.value != own && !sheet_is_told)?;
            let within = match sheet.title {
                None => Within::Tab,
                Some(_) => Within::Title,
            };
            (sheet.name(), sheet.value, within)
        }
    };
    Some(Above {
        place,
        said,
        within,
    })
}

impl<'a> Reader<'a> {
    /// Whether the heading at a row tells a source on purpose: in the column of sources, or with a word of money.
    fn speaks_of_money(&self, heading: u32) -> bool {
        let row = Row::new((heading, self.table.sheet.row(heading)));
        let description = fold(&self.table.text(row, Column::Description));
        let mut words = OF_MONEY.iter();
        !self.table.text(row, Column::Source).is_empty()
            || words.any(|word| description.contains(word))
    }
}

fn place_of_heading(at: &Origin) -> String {
    match at {
        Origin::Cell { cell, .. } => format!("dòng nhóm ở ô {cell}"),
        Origin::Text { .. } | Origin::File(_) => "dòng nhóm".to_owned(),
    }
}

/// Whether a tab or a title, folded, that has a year speaks of that alone.
fn is_of_one_year(folded: &str) -> bool {
    let mut words = folded.split(|letter: char| !letter.is_alphanumeric());
    !has_years(folded) && !words.any(|word| NOT_ALONE.contains(&word))
}

/// The source that a text, folded, names behind a word of money, with nothing else behind it: "Dự toán nguồn ngân
/// sách tỉnh".
fn source_named(folded: &str) -> Option<FundingSource> {
    let text = folded.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    OF_MONEY.iter().find_map(|word| {
        let mut found = text.match_indices(word);
        found.find_map(|(at, _)| {
            let before = text.get(..at)?;
            let is_word = !before.ends_with(char::is_alphanumeric);
            is_word.then(|| source_of(text.get(at..)?)).flatten()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::source_named;
    use crate::model::FundingSource;

    #[test]
    fn titles_name_whose_money_it_is() {
        for (folded, wanted) in [
            (
                "du toan nguon ngan sach tinh",
                Some(FundingSource::Province),
            ),
            (
                "du toan kinh phi (ngan sach xa)",
                Some(FundingSource::Commune),
            ),
            ("ns xa", Some(FundingSource::Commune)),
            ("nguon: ngan sach tinh", Some(FundingSource::Province)),
            ("du toan kinh phi cua xa mau", None),
            ("xa", None),
            ("du toan ngan sach xa va tinh", None),
        ] {
            assert_eq!(source_named(folded), wanted, "{folded}");
        }
    }
}
