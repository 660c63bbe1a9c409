//! The files of a profile: itself and its estimate.

use std::fmt::Write;

use super::draw::Profile;
use super::place::Place;
use crate::amounts::KINDS;
use crate::random::Random;

/// What a profile says of its place and of its plan, up to the phases: the first lies in the first year, the last
/// in the last.
pub(crate) fn head(name: &str, place: &Place, years: &[usize]) -> String {
    let Place {
        kind,
        terrain,
        province,
        unit,
        has_district,
    } = place;
    let words: Vec<String> = years.iter().map(usize::to_string).collect();
    let [first, last] = [years[0], years[years.len() - 1]];
    format!(
        "xa: {{ten: {name}, loai: {kind}, tinh: {province}, dia_ban: {terrain}, dan_so: 16850, so_ho: 4420, \
         dien_tich: 52.4, so_thon: 48, don_vi_dan_cu: {unit}, so_can_bo: 46}}\n\
         minh_hoa: true\n\
         cap_huyen: {has_district}\n\
         ke_hoach: {{so: 12/KH-UBND, ngay: 15/01/2027, nam: [{}]}}\n\
         nguoi_ky: {{quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH}}\n\
         noi_nhan: [\"Lưu: VT\"]\n\
         giai_doan:\n\
         \x20 - {{so: 1, tu: 01/02/{first}, den: 31/05/{first}}}\n\
         \x20 - {{so: 2, tu: 01/06/{first}, den: 30/06/{last}}}\n\
         \x20 - {{so: 3, tu: 01/07/{last}, den: 31/12/{last}}}\n",
        words.join(", ")
    )
}

/// The profile itself; `own_target` begins the item of the commune's own target.
pub(super) fn profile(name: &str, profile: &Profile, own_target: &str) -> String {
    let years: Vec<String> = profile.years.iter().map(usize::to_string).collect();
    let mut text = head(name, &profile.place, &profile.years);
    text.push_str("muc_tieu:\n");
    for target in &profile.targets {
        let head = match target.code.as_str() {
            "QH-01" => own_target.to_owned(),
            code => format!("ma: {code}, ly_do: Điều kiện của địa phương"),
        };
        let values = years.iter().zip(&target.values);
        let values = values.map(|(year, value)| format!("{year}: {}", value.with('.')));
        let values: Vec<String> = values.collect();
        let _ = writeln!(
            text,
            "  - {{{head}, hien_trang: {}, gia_tri: {{{}}}}}",
            target.baseline.with('.'),
            values.join(", ")
        );
    }
    for (key, chosen) in [
        ("thanh_phan", &profile.components),
        ("nhiem_vu", &profile.tasks),
    ] {
        let _ = writeln!(text, "{key}:");
        for chosen in chosen {
            let _ = writeln!(text, "  - {}", chosen.item);
        }
    }
    text.push_str("khong_chon:\n");
    for code in &profile.left_out {
        let _ = writeln!(text, "  - {{ma: {code}, ly_do: Chưa có điều kiện}}");
    }
    text
}

/// Lines for rows of the form and for components, in any year and from any source.
pub(super) fn estimate(random: &mut Random, profile: &Profile, rows: &[String]) -> String {
    let own = profile.place.own_source();
    let above = if profile.place.is_in_city() {
        "Thành phố"
    } else {
        "Tỉnh"
    };
    let mut sources = vec![own, above, "Tự thanh toán", "Trung ương"];
    if profile.place.has_district {
        sources.push("Huyện");
    }
    let mut text = "du_toan:\n".to_owned();
    for number in 0..=random.below(12) {
        let place = if random.below(2) == 0 {
            format!("dong: {}", rows[random.below(rows.len())])
        } else {
            let chosen = &profile.components;
            let chosen = &chosen[random.below(chosen.len())];
            format!("thanh_phan: {}", chosen.code)
        };
        let kind = random.pick(&KINDS);
        let source = match kind {
            "Xã hội hóa" => "Xã hội hóa",
            _ => random.pick(&sources),
        };
        let year = profile.years[random.below(profile.years.len())];
        let price = (1 + random.below(400)) * 250_000;
        let _ = writeln!(
            text,
            "  - {{{place}, noi_dung: Khoản chi thứ {number}, don_vi: gói, so_luong: 1, don_gia: {price}, \
             loai: {kind}, nam: {year}, nguon: {source}}}"
        );
    }
    text
}
