//! A unit that stands beside the cells of a sheet, at the head or the foot of the printed page, in a comment or a box
//! of text: who reads those takes it for that of the table, so that another one is asked about.

use std::collections::BTreeSet;

use super::ask;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::shorten;
use crate::model::vietnamese::unit_of_money;
use crate::model::written;
use crate::model::written::Said;
use crate::read::table::Place;
use crate::read::table::column::Column;
use crate::read::table::header::Header;
use crate::source::AsidePlace;
use crate::source::Sheet;

/// Asks where a text beside the cells states another unit than the tables have. Tells which tables.
pub(super) fn agree<C: Column>(
    sheet: &Sheet,
    headers: &[Header<C>],
    place: Place,
    diagnostics: &mut Diagnostics,
) -> BTreeSet<usize> {
    let mut asked = BTreeSet::new();
    for aside in sheet.asides() {
        let Said::Unit(stated) = written::said(&aside.text) else {
            continue;
        };
        // In passing, a comment speaks of its own cell.
        if !stated.is_plain {
            continue;
        }
        let unit = |header: &Header<C>| header.unit.or_else(|| header.unit_in_heads()).unwrap_or(1);
        let unlike = headers.iter().enumerate();
        let unlike = unlike.filter(|(_, header)| unit(header) != stated.dong);
        let unlike: Vec<usize> = unlike.map(|(index, _)| index).collect();
        let Some(header) = unlike.first().map(|first| &headers[*first]) else {
            continue;
        };
        let said = unit_of_money(stated.dong);
        let read = unit_of_money(unit(header));
        let where_ = match aside.place {
            AsidePlace::PageHead => "đầu trang in".to_owned(),
            AsidePlace::PageFoot => "chân trang in".to_owned(),
            AsidePlace::TextBox => "hộp chữ".to_owned(),
            AsidePlace::Comment(at) => format!("ghi chú của ô {at}"),
        };
        let message = format!(
            "tệp nói đơn vị tính là {said} ở {where_} (“{}”), bảng được đọc theo {read}",
            shorten(&aside.text)
        );
        let hint = format!(
            "ghi “Đơn vị tính: {said}” hoặc “Đơn vị tính: {read}” ở dòng phía trên bảng, và sửa {where_} cho khớp"
        );
        ask(place.cell(header.corner()), message, hint, diagnostics);
        asked.extend(unlike);
    }
    asked
}
