//! How the cells of a workbook look, a plan's and a new commune's alike.

use rust_xlsxwriter::Color;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::FormatBorder;

use crate::model::DisplayUnit;
use crate::model::MoneyFormat;

/// Whole đồng.
const MONEY: &str = "#,##0";

/// Amounts in đồng as a plan shows them, nothing as a dash: each comma behind the digits leaves three of
/// them unshown, in every program and language. Where there are decimals at all, a price that is changed
/// in the workbook may need more of them.
fn shown(format: MoneyFormat) -> String {
    let places = format.places() as usize;
    let more = format.most_places() as usize - places;
    let decimals = match places {
        0 => String::new(),
        places => format!(".{}{}", "0".repeat(places), "#".repeat(more)),
    };
    let scale = match format.unit() {
        DisplayUnit::Dong => "",
        DisplayUnit::Thousand => ",",
        DisplayUnit::Million => ",,",
    };
    let digits = format!("{MONEY}{decimals}{scale}");
    format!("{digits};-{digits};\"-\"")
}

/// A format for each kind of cell.
pub(in crate::render) struct Formats {
    pub(in crate::render) title: Format,
    pub(in crate::render) note: Format,
    pub(in crate::render) head: Format,
    pub(in crate::render) group: Format,
    pub(in crate::render) text: Format,
    pub(in crate::render) centred: Format,
    pub(in crate::render) quantity: Format,
    pub(in crate::render) money: Format,
    pub(in crate::render) total: Format,
    pub(in crate::render) entry: Format,
    pub(in crate::render) prose: Format,
    pub(super) fraction: Format,
    pub(super) heading: Format,
    pub(super) under: Format,
    pub(super) unit: Format,
    pub(super) below: Format,
    pub(super) top: Format,
    pub(super) top_centred: Format,
    pub(super) normal: RowFormats,
    pub(super) subtotal: RowFormats,
    pub(super) sum: RowFormats,
}

/// A row of a table of money.
pub(super) struct RowFormats {
    pub(super) number: Format,
    pub(super) text: Format,
    pub(super) money: Format,
}

impl Formats {
    /// The formats of a workbook whose tables of money show amounts so.
    pub(in crate::render) fn new(money: MoneyFormat) -> Self {
        let money = shown(money);
        let base = Format::new()
            .set_font_name("Times New Roman")
            .set_font_size(12)
            .set_align(FormatAlign::VerticalCenter);
        let cell = base
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x80_80_80))
            .set_text_wrap();
        let bold = cell.clone().set_bold();
        let head_colour = Color::RGB(0xD9_E2_F3);
        let centred = base.clone().set_align(FormatAlign::Center).set_text_wrap();
        let top = cell.clone().set_align(FormatAlign::Top);
        Self {
            title: base.clone().set_bold().set_font_size(14),
            note: base.clone().set_italic(),
            head: bold
                .clone()
                .set_align(FormatAlign::Center)
                .set_background_color(head_colour),
            group: bold.clone().set_background_color(Color::RGB(0xF2_F2_F2)),
            text: cell.clone(),
            centred: cell.clone().set_align(FormatAlign::Center),
            quantity: cell.clone(),
            fraction: cell.clone().set_num_format("#,##0.######"),
            money: cell.clone().set_num_format(MONEY),
            total: base.clone().set_bold().set_num_format(MONEY),
            entry: base.clone(),
            prose: base.clone().set_text_wrap(),
            below: base.clone().set_italic().set_text_wrap(),
            heading: centred.clone().set_bold().set_font_size(14),
            under: centred.set_italic(),
            unit: base.set_italic().set_align(FormatAlign::Right),
            top_centred: top.clone().set_align(FormatAlign::Center),
            top,
            normal: RowFormats::new(cell, &money),
            subtotal: RowFormats::new(bold.clone(), &money),
            sum: RowFormats::new(bold.set_background_color(head_colour), &money),
        }
    }
}

impl Formats {
    /// How the lines above a table of an appendix look: its number and title large, whatever is said
    /// under them in smaller letters.
    pub(super) fn titles(&self) -> impl Iterator<Item = &Format> {
        let large = [&self.heading, &self.heading].into_iter();
        large.chain(std::iter::repeat(&self.under))
    }
}

impl RowFormats {
    fn new(text: Format, money: &str) -> Self {
        Self {
            number: text.clone().set_align(FormatAlign::Center),
            money: text.clone().set_num_format(money),
            text,
        }
    }
}
