//! What headings say for the lines below them, where these leave it out: the row of Phụ lục II or the
//! component of a group, "Năm 2027", "Nguồn ngân sách tỉnh", "Thuê dịch vụ".

use super::Column;
use super::Reader;
use super::above::OfSheet;
use super::above::Told;
use super::groups::Group;
use super::numbering::Numbering;
use super::spans::year_of;
use super::total_words::without_number;
use super::values::kind_of;
use super::values::source_of;
use super::values::year_in;
use crate::model::BudgetRowId;
use crate::model::FundingSource;
use crate::model::fold;
use crate::read::table::Row;
use crate::source::Located;

/// What a heading gives, and how deep it lies.
#[derive(Debug, Clone)]
struct Given {
    value: Located<String>,
    rank: Option<u8>,
    /// The row of the heading, from 0.
    row: u32,
    /// Its number, where that puts the lines below within it.
    holds: Option<Numbering>,
}

/// What the headings above a line say.
#[derive(Debug, Clone, Default)]
pub(super) struct Headings {
    /// The group that the lines lie in.
    pub group: Option<Group>,
    /// The row of the head of the last group that has ended.
    pub left: Option<u32>,
    /// What was told of years.
    pub year_told: Told,
    /// What was told of sources.
    pub source_told: Told,
    /// The year that tab or title say of all lines.
    pub sheet_year: Option<OfSheet<i32>>,
    /// The source that tab or title say of all lines.
    pub sheet_source: Option<OfSheet<FundingSource>>,
    row: Option<Given>,
    component: Option<Given>,
    kind: Option<Given>,
    year: Option<Given>,
    source: Option<Given>,
}

impl Headings {
    /// What they say for an empty cell of a line in a column.
    pub(super) fn value(&self, column: Column) -> Option<&Located<String>> {
        let given = match column {
            Column::Row => &self.row,
            Column::Component => &self.component,
            Column::Kind => &self.kind,
            Column::Year => &self.year,
            Column::Source => &self.source,
            _ => &None,
        };
        given.as_ref().map(|given| &given.value)
    }

    /// Forgets what holds no longer below a heading of this rank. A code ends with its group; years,
    /// kinds and sources hold until others are named, as "Năm 2027" does over several groups.
    fn close(&mut self, rank: Option<u8>) {
        let ends = |given: &Option<Given>, is_code: bool| {
            let Some(given) = given else { return false };
            match (rank, given.rank) {
                (Some(rank), Some(own)) => rank <= own,
                _ => is_code,
            }
        };
        for (given, is_code) in [
            (&mut self.row, true),
            (&mut self.component, true),
            (&mut self.kind, false),
            (&mut self.year, false),
            (&mut self.source, false),
        ] {
            if ends(given, is_code) {
                *given = None;
            }
        }
    }

    /// All that is given.
    fn all(&mut self) -> [&mut Option<Given>; 5] {
        [
            &mut self.row,
            &mut self.component,
            &mut self.kind,
            &mut self.year,
            &mut self.source,
        ]
    }

    /// Forgets what the heading at a row gave: its group has ended.
    pub(super) fn forget(&mut self, row: u32) {
        for given in self.all() {
            if given.as_ref().is_some_and(|given| given.row == row) {
                *given = None;
            }
        }
    }

    /// Notes that the number of the heading at a row puts the lines below within it.
    fn puts_within(&mut self, row: u32, number: Numbering) {
        for given in self.all().into_iter().flatten() {
            if given.row == row {
                given.holds = Some(number);
            }
        }
    }

    /// Whether the number of any heading tells which lines lie within it.
    fn tell_their_lines(&mut self) -> bool {
        let mut all = self.all().into_iter().flatten();
        all.any(|given| given.holds.is_some())
    }

    /// Forgets what headings gave in which a line of this number cannot lie.
    fn leave(&mut self, line: Numbering) {
        for given in self.all() {
            let holds = given.as_ref().and_then(|given| given.holds);
            if holds.is_some_and(|holds| !holds.can_hold(line)) {
                *given = None;
            }
        }
    }

    /// The year that the heading at a row, or any other, gives.
    pub(super) fn year(&self) -> Option<(u32, &Located<String>)> {
        let given = self.year.as_ref()?;
        Some((given.row, &given.value))
    }

    /// The source that the heading at a row, or any other, gives.
    pub(super) fn source(&self) -> Option<(u32, &Located<String>)> {
        let given = self.source.as_ref()?;
        Some((given.row, &given.value))
    }

    /// Whether what the heading at a row says still holds, and was not told of.
    pub(super) fn holds(&self, heading: u32, told: Option<u32>) -> bool {
        told != Some(heading) && self.left != Some(heading)
    }

    /// Forgets the code: behind a total another group begins.
    pub(super) fn close_group(&mut self) {
        (self.row, self.component) = (None, None);
    }
}

impl<'a> Reader<'a> {
    /// Takes what a heading says, with the rows below it.
    pub(super) fn heading_of(&mut self, row: Row<'a>, below: &[Row<'a>]) {
        self.heading(row);
        let number = self.numbering(row).filter(|number| !number.is_code());
        if let Some(number) = number.filter(|_| self.is_above(row, below)) {
            self.headings.puts_within(row.number, number);
        }
    }

    /// Ends what the headings said in which a line does not lie, by its number: 2.1 lies in no group 1.
    pub(super) fn leave_headings(&mut self, row: Row<'a>) {
        if self.headings.tell_their_lines()
            && let Some(number) = self.numbering(row)
        {
            self.headings.leave(number);
        }
    }

    /// Takes what a heading says.
    fn heading(&mut self, row: Row<'a>) {
        let description = self.table.text(row, Column::Description).into_owned();
        if description.is_empty() && self.table.text(row, Column::Row).is_empty() {
            return;
        }
        let rank = self.numbering(row).map(|number| number.rank);
        self.headings.close(rank);
        let at = self.table.at(row, Column::Description);
        let given = |value: String| {
            Some(Given {
                value: Located {
                    value,
                    at: at.clone(),
                },
                rank,
                row: row.number,
                holds: None,
            })
        };
        let own = |column| {
            let value = self.table.located(row, column);
            (!value.value.is_empty()).then_some(Given {
                value,
                rank,
                row: row.number,
                holds: None,
            })
        };
        let code = own(Column::Row).or_else(|| {
            let number = self.table.text(row, Column::Number);
            [number.as_ref(), description.as_str()]
                .into_iter()
                .find_map(|text| {
                    let word = text.trim_start_matches('(').split([' ', ')', ':']).next()?;
                    let is_code = word.contains('.') && BudgetRowId::parse(word).is_some();
                    is_code.then(|| given(word.to_owned())).flatten()
                })
        });
        let is_leaf = |code: &Given| self.values.is_leaf(&code.value.value);
        if let Some(code) = code.filter(is_leaf) {
            self.headings.row = Some(code);
        }
        if let Some(component) = own(Column::Component) {
            self.headings.component = Some(component);
        }
        let folded = fold(&description);
        let text = without_number(&folded);
        let begins = text.strip_prefix("nam ").is_some() && text.len() <= 30;
        let year = text.trim_end_matches([':', '.', ' ']);
        if begins && year_in(text).is_some() || text.contains("nam ") && year_of(year).is_some() {
            self.headings.year = given(text.to_owned());
        }
        let told = text.split(':').next_back().unwrap_or(text).trim();
        let told = told.strip_prefix("nguon von ").unwrap_or(told);
        if source_of(told).is_some() {
            self.headings.source = given(told.to_owned());
        } else if kind_of(told).is_some() {
            self.headings.kind = given(told.to_owned());
        }
        // What stands in the columns of a group counts before what its name says.
        for (column, place) in [
            (Column::Kind, &mut self.headings.kind),
            (Column::Year, &mut self.headings.year),
            (Column::Source, &mut self.headings.source),
        ] {
            if let Some(own) = own(column) {
                *place = Some(own);
            }
        }
    }

    /// Whether any heading of the table gives the lines what a column would.
    pub(super) fn headings_tell(&mut self, column: Column) -> bool {
        let rows: Vec<Row<'a>> = self
            .table
            .header
            .rows_below(self.table.sheet)
            .map(Row::new)
            .collect();
        let before = std::mem::take(&mut self.headings);
        let mut is_told = false;
        for row in rows {
            let has_price = self.table.figure_cell(row, Column::UnitPrice).is_some();
            if has_price || is_told {
                continue;
            }
            self.heading(row);
            is_told = self.headings.value(column).is_some();
        }
        self.headings = before;
        is_told
    }
}
