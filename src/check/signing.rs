//! Who signs, as the form of official documents wants it (Nghị định số 30/2020/NĐ-CP, Phụ lục I).

use super::Finding;
use super::Subject;
use crate::model::AsWritten;
use crate::model::Deputising;
use crate::model::Issuer;
use crate::model::OPEN_NUMBER;
use crate::model::OpenDay;
use crate::model::WrittenValue;
use crate::model::fold;
use crate::model::keys;

/// Whoever signs is named in a plan that is no sample.
pub(super) fn signatory_unnamed(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(value) = subject.written.get(keys::SIGNATORY) else {
        return Vec::new();
    };
    if subject.profile.issue.by_decision {
        return Vec::new();
    }
    let is_read = matches!(value.content, WrittenValue::Keys(_)) && !value.is_unread;
    let is_named = value
        .get(keys::FULL_NAME)
        .is_some_and(|name| !name.is_empty());
    if subject.profile.illustrative || !is_read || is_named {
        return Vec::new();
    }
    vec![Finding::new(
        &subject.at(keys::SIGNATORY),
        "chưa ghi họ tên người ký, bản in để trống chỗ này",
        "thêm `ho_ten: …` vào nhóm `nguoi_ky` khi đã biết người ký",
    )]
}

/// The line of authority as it is written.
const COMMITTEE: &str = "TM. Ủy ban nhân dân";

/// The letters of the first word of a line, without dots, in capitals.
fn abbreviation(line: Option<&str>) -> String {
    let word = line.and_then(|line| line.split_whitespace().next());
    let letters = word.unwrap_or_default().chars();
    let letters = letters.filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_uppercase).collect()
}

/// The line of authority is abbreviated as "TM." and names the organ in full (Phụ lục I, Mục II, Phần I, khoản 7).
fn authority_of_signatory(subject: &Subject<'_>) -> Option<Finding> {
    let value = subject.written.get(keys::SIGNATORY)?.get(keys::AUTHORITY)?;
    let written = value.text()?.trim();
    let first = written.split_whitespace().next()?;
    let is_misspelt = abbreviation(Some(written)) == "TM" && !first.eq_ignore_ascii_case("TM.");
    let mut words = written.split_whitespace();
    let is_short = words.any(|word| word.eq_ignore_ascii_case("UBND"));
    let message = format!("dòng quyền hạn đang là `{written}`");
    (is_misspelt || is_short).then(|| {
        let hint = format!("viết `{}: {COMMITTEE}`", keys::AUTHORITY);
        Finding::new(&value.origin(), message, hint)
    })
}

/// The office is written without the organ, and a deputy signs for the head (Phụ lục I, Mục II, Phần I,
/// khoản 7).
pub(super) fn office_of_signatory(subject: &Subject<'_>) -> Vec<Finding> {
    let of_authority = authority_of_signatory(subject);
    let signatory = subject.written.get(keys::SIGNATORY);
    let value = signatory.and_then(|value| value.get(keys::OFFICE));
    let Some(office) = value.and_then(AsWritten::text) else {
        return Vec::new();
    };
    let way = signatory.and_then(|value| value.get(keys::SIGNING));
    let way = way.and_then(AsWritten::text);
    let way = way.and_then(|way| Deputising::KEYS.iter().find(|(key, _)| *key == way));
    let way = way.map(|(_, way)| *way);
    let at = subject.value(&[keys::SIGNATORY, keys::OFFICE]);
    let (bare, has_organ): (Vec<_>, Vec<_>) = office.lines().map(without_organ).unzip();
    let bare: Vec<&str> = bare.into_iter().filter(|line| !line.is_empty()).collect();
    let is_deputy = bare.iter().any(|line| fold(line).starts_with("pho "));
    let names_head = |line: &str| {
        let line = fold(line);
        ["kt", "tuq", "tl"].iter().any(|sign| {
            let rest = line.strip_prefix(sign);
            rest.is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_alphanumeric()))
        })
    };
    let authority = signatory.and_then(|value| value.get(keys::AUTHORITY));
    let is_above = authority.is_some_and(|value| match &value.content {
        WrittenValue::Text(lines) => lines.lines().any(names_head),
        _ => false,
    });
    let is_for_head = is_above && abbreviation(authority.and_then(AsWritten::text)) == "KT";
    let instead = way == Some(Deputising::Instead);
    let has_head = bare.iter().any(|line| names_head(line));
    let lacks_head = is_deputy && !has_head && !instead && !is_above;
    let head = subject.profile.issue.issuer.head();
    let of_deputy = match subject.profile.issue.issuer {
        Issuer::Committee => "PHÓ CHỦ TỊCH",
        Issuer::Steering => "PHÓ TRƯỞNG BAN",
    };
    let proper = match bare.as_slice() {
        _ if lacks_head => format!("\"KT. {head}\\n{of_deputy}\""),
        [] => head.to_owned(),
        [line] => line.to_uppercase(),
        lines => format!("\"{}\"", lines.join("\\n").to_uppercase()),
    };
    let office = format!("viết `{}: {proper}`", keys::OFFICE);
    let (message, hint) = if has_organ.contains(&true) {
        let message =
            "chức vụ ghi cả tên cơ quan, bản in sẽ thừa: tên cơ quan đã có ở dòng quyền hạn";
        (message, office)
    } else if lacks_head {
        (
            "cấp phó ký mà không ghi ký thay (KT.) người đứng đầu",
            office,
        )
    } else if has_head && way.is_some() {
        let hint = "chức vụ chỉ ghi chức danh của người ký, `cach_ky` đã cho dòng KT., TUQ., TL.";
        (
            "dòng ký thay, thừa ủy quyền, thừa lệnh bị ghi hai lần",
            hint.to_owned(),
        )
    } else if bare.last().is_some_and(|line| names_head(line)) {
        let hint = format!(
            "thêm chức danh của người ký ở dòng dưới, ví dụ `cach_ky: ky_thay` và `{}: {of_deputy}`",
            keys::OFFICE
        );
        (
            "có dòng ký thay, thừa ủy quyền, thừa lệnh mà thiếu chức danh của người ký",
            hint,
        )
    } else if is_for_head && !is_deputy {
        let hint = format!(
            "cấp phó ký thì viết `{}: {of_deputy}`; {head} tự ký thì viết `{}: {COMMITTEE}`",
            keys::OFFICE,
            keys::AUTHORITY
        );
        ("ký thay (KT.) mà người ký không phải cấp phó", hint)
    } else if instead && !is_deputy {
        let hint = format!(
            "ký thay là cấp phó ký thay người đứng đầu, ví dụ `{}: {of_deputy}`; người khác ký thì ghi `cach_ky: thua_uy_quyen`",
            keys::OFFICE
        );
        ("ký thay (KT.) mà người ký không phải cấp phó", hint)
    } else {
        return of_authority.into_iter().collect();
    };
    let office = Finding::new(&at, message, hint);
    of_authority.into_iter().chain([office]).collect()
}

/// A draft leaves its number and day to whoever issues it.
pub(super) fn draft_complete(subject: &Subject<'_>) -> Vec<Finding> {
    let profile = subject.profile;
    let is_numbered = !profile.number.starts_with(OPEN_NUMBER);
    let is_complete = is_numbered && profile.issue.open_day == OpenDay::Nothing;
    if !profile.issue.is_draft || !is_complete {
        return Vec::new();
    }
    let at = subject.nearest_key(&[keys::PLAN, keys::DRAFT]);
    let message = format!(
        "bản dự thảo đã có cả số {} và ngày {}",
        profile.number, profile.date
    );
    let hint = "đã ban hành thì xóa `du_thao: true`; còn trình ký thì bỏ `so`, để `ngay` là tháng, ví dụ 01/2027";
    vec![Finding::new(&at, message, hint)]
}

/// By which day a draft is judged whose day is open.
pub(super) fn draft_without_day(subject: &Subject<'_>) -> Vec<Finding> {
    let profile = subject.profile;
    if profile.issue.open_day == OpenDay::Nothing {
        return Vec::new();
    }
    let at = subject.nearest_key(&[keys::PLAN, keys::DRAFT]);
    let message = format!(
        "bản dự thảo chưa có ngày; những gì phụ thuộc ngày kế hoạch, như hiệu lực của văn bản căn cứ, được xét theo ngày {}",
        profile.date
    );
    let hint = "dự kiến ký vào tháng khác thì ghi tháng ấy vào `ngay`, ví dụ 01/2027";
    vec![Finding::new(&at, message, hint)]
}

/// A line of an office up to the organ that it names, and whether it names one.
fn without_organ(line: &str) -> (&str, bool) {
    let line = line.trim();
    let mut at = 0;
    for word in line.split_inclusive(char::is_whitespace) {
        let rest = fold(line[at..].trim_start_matches(['(', '-', '–']));
        let organs = ["ubnd", "uy ban", "xa ", "phuong ", "dac khu ", "hdnd"];
        // "Văn hóa - Xã hội" is the name of an office.
        let before = fold(line[..at].trim_end_matches([' ', '-', '–', ',']));
        let is_society = rest == "xa hoi" || rest.starts_with("xa hoi ");
        if is_society && ["van hoa", "kinh te"].iter().any(|it| before.ends_with(it)) {
            at += word.len();
            continue;
        }
        let is_end = ["xa", "phuong", "dac khu"].contains(&rest.as_str());
        if is_end || organs.iter().any(|organ| rest.starts_with(organ)) {
            return (line[..at].trim_end_matches([' ', '(', '-', '–', ',']), true);
        }
        at += word.len();
    }
    (line, false)
}

#[cfg(test)]
mod tests {
    use super::without_organ;

    #[test]
    fn the_organ_is_cut_from_an_office() {
        for (line, wanted) in [
            ("Chủ tịch UBND xã", ("Chủ tịch", true)),
            ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", ("CHỦ TỊCH", true)),
            ("Chủ tịch xã", ("Chủ tịch", true)),
            ("Phó Chủ tịch phường Minh Sơn", ("Phó Chủ tịch", true)),
            ("UBND xã", ("", true)),
            ("CHỦ TỊCH", ("CHỦ TỊCH", false)),
            (
                "Trưởng phòng Văn hóa - Xã hội",
                ("Trưởng phòng Văn hóa - Xã hội", false),
            ),
            (
                "Trưởng phòng Văn hóa – Xã hội xã Minh Sơn",
                ("Trưởng phòng Văn hóa – Xã hội", true),
            ),
            ("Chủ tịch - xã Hội Sơn", ("Chủ tịch", true)),
            ("KT. CHỦ TỊCH", ("KT. CHỦ TỊCH", false)),
        ] {
            assert_eq!(without_organ(line), wanted, "{line}");
        }
    }
}
