//! How the cells of a new commune's workbook look.

use rust_xlsxwriter::Color;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::FormatBorder;

/// A format for each kind of cell.
pub(super) struct Formats {
    pub(super) title: Format,
    pub(super) note: Format,
    pub(super) head: Format,
    pub(super) group: Format,
    pub(super) text: Format,
    pub(super) centred: Format,
    pub(super) quantity: Format,
    pub(super) money: Format,
    pub(super) total: Format,
    pub(super) entry: Format,
    pub(super) prose: Format,
}

impl Formats {
    pub(super) fn new() -> Self {
        let base = Format::new()
            .set_font_name("Times New Roman")
            .set_font_size(12)
            .set_align(FormatAlign::VerticalCenter);
        let cell = base
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x80_80_80))
            .set_text_wrap();
        Self {
            title: base.clone().set_bold().set_font_size(14),
            note: base.clone().set_italic(),
            head: cell
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(0xD9_E2_F3)),
            group: cell
                .clone()
                .set_bold()
                .set_background_color(Color::RGB(0xF2_F2_F2)),
            text: cell.clone(),
            centred: cell.clone().set_align(FormatAlign::Center),
            quantity: cell.clone().set_num_format("#,##0.##"),
            money: cell.set_num_format("#,##0"),
            total: base.clone().set_bold().set_num_format("#,##0"),
            entry: base.clone(),
            prose: base.set_text_wrap(),
        }
    }
}
