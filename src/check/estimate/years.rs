//! The year of a line held against what its group and the tab of its sheet say: the line counts, and
//! who reads the tab or the heading would take it for another year's.

use super::Column;
use super::Reader;
use super::values::has_years;
use super::values::year_in;
use crate::check::table::Row;
use crate::diagnostic::Code;
use crate::model::fold;
use crate::source::Origin;

/// Words of a tab with which a year is the bound of a stretch, or that of a document.
const NOT_ALONE: [&str; 8] = ["tu", "den", "giai", "sau", "truoc", "tro", "qd", "nq"];

/// What was told of the years of a sheet, once for each heading and once for the tab.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Told {
    is_tab: bool,
    heading: Option<u32>,
}

impl<'a> Reader<'a> {
    /// Warns of the first line of a year that its heading, or else the tab, does not say.
    pub(super) fn year_unlike(&mut self, row: Row<'a>, year: i32) {
        if self.table.text(row, Column::Year).is_empty() {
            return;
        }
        let (message, hint) = match self.headings.year() {
            Some((heading, given)) => {
                let said = year_in(&given.value).filter(|_| !has_years(&given.value));
                let is_told = self.headings.told.heading == Some(heading)
                    || self.headings.left == Some(heading);
                let Some(said) = said.filter(|said| *said != year && !is_told) else {
                    return;
                };
                let at = match &given.at {
                    Origin::Cell { cell, .. } => format!(" ở ô {cell}"),
                    Origin::Text { .. } | Origin::File(_) => String::new(),
                };
                self.headings.told.heading = Some(heading);
                (
                    format!(
                        "dòng nhóm{at} ghi năm {said}, dòng này ghi năm {year}; kế hoạch lấy năm ghi ở từng dòng"
                    ),
                    "sửa cột Năm của các dòng trong nhóm, hoặc chuyển dòng này sang nhóm của năm đó",
                )
            }
            None => {
                let said = self.year_of_tab().filter(|said| *said != year);
                let Some(said) = said.filter(|_| !self.headings.told.is_tab) else {
                    return;
                };
                self.headings.told.is_tab = true;
                (
                    format!(
                        "tên trang ghi năm {said}, dòng này ghi năm {year}; kế hoạch lấy năm ghi ở từng dòng"
                    ),
                    "sửa cột Năm của các dòng trong trang này, hoặc đổi tên trang",
                )
            }
        };
        let code = Code::YEAR_UNLIKE_HEADING;
        self.table.report(code, row, Column::Year, message, hint);
    }

    /// The year of the plan that the tab says its lines are of, if it is one alone.
    fn year_of_tab(&self) -> Option<i32> {
        let name = &self.table.sheet.name;
        let year = self.year_of_sheet?;
        let folded = fold(name);
        let mut words = folded.split(|letter: char| !letter.is_alphanumeric());
        let is_alone = !has_years(name) && !words.any(|word| NOT_ALONE.contains(&word));
        self.values
            .plain_year(&year.to_string())
            .filter(|_| is_alone)
    }
}
