//! Sheets that are versions of one estimate by their names, such as "Phương án 1" beside "Phương án 2", "Bản cũ" or
//! "Dự toán (2)": whatever their lines are, one of them is meant.

use super::SheetRead;
use crate::check::Finding;
use crate::model::Sum;
use crate::model::fold;
use crate::model::vietnamese;

/// Words, in small letters, by which a sheet says that it no longer holds, or not yet.
const OLD: [&str; 4] = ["cũ", "nháp", "cu", "nhap"];

/// What stands before the number or name of a version, folded.
const OPTIONS: [&str; 7] = ["phuong an", "pa", "ban", "phien ban", "ver", "version", "v"];

/// What stands around the name of a copied sheet, folded.
const COPY_BEFORE: [&str; 3] = ["copy of ", "ban sao cua ", "sao chep "];
const COPY_BEHIND: [&str; 5] = ["- copy", "_copy", " copy", "- ban sao", " ban sao"];

/// What the name of a sheet says of its version.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Version {
    /// Nothing.
    None,
    /// One of several: what it is called.
    Option(String),
    /// A copy of the sheet of the same name.
    Copy,
    /// An old one, of whatever sheet.
    Old,
}

/// Later sheets that are another version of an earlier one, by their names, with that one; of those that `are_told`
/// nothing more is said.
pub(super) fn versions(
    sheets: &[SheetRead<'_>],
    are_told: impl Fn(&SheetRead<'_>, &SheetRead<'_>) -> bool,
) -> Vec<Finding> {
    let named: Vec<(String, Version)> = sheets
        .iter()
        .map(|sheet| read(&sheet.first.sheet))
        .collect();
    let mut found = Vec::new();
    for later in 1..sheets.len() {
        let earlier = (0..later).find(|earlier| is_of_one(&named[*earlier], &named[later]));
        let Some(earlier) = earlier else { continue };
        let (earlier, later) = (&sheets[earlier], &sheets[later]);
        if !are_told(earlier, later) {
            found.push(two_versions(earlier, later));
        }
    }
    found
}

fn two_versions(earlier: &SheetRead<'_>, later: &SheetRead<'_>) -> Finding {
    let sum = |sheet: &SheetRead<'_>| {
        let sum = Sum::of(sheet.lines.iter().map(|(_, line)| line.amount));
        vietnamese::group_thousands(&sum.amount().to_string())
    };
    Finding::new(
        &later.first.at,
        format!(
            "trang “{}” và trang “{}” theo tên là hai bản của một dự toán, nhưng {} đồng ở trang này và {} đồng ở trang kia đều được tính",
            later.first.sheet,
            earlier.first.sheet,
            sum(later),
            sum(earlier)
        ),
        "chỉ một bản được dùng thì xóa hoặc ẩn trang kia (trang ẩn không được tính); nếu là hai phần của một dự toán thì đặt tên trang theo nội dung",
    )
}

/// Whether two sheets, named so, are versions of one.
fn is_of_one(one: &(String, Version), other: &(String, Version)) -> bool {
    let is_same = one.0 == other.0;
    match (&one.1, &other.1) {
        (Version::Old, Version::Old) => is_same,
        (Version::Old, _) | (_, Version::Old) => true,
        (Version::Option(one), Version::Option(other)) => is_same && one != other,
        (Version::Copy, Version::None) | (Version::None, Version::Copy) => is_same,
        (Version::Option(_), Version::None) | (Version::None, Version::Option(_)) => {
            is_same && !one.0.is_empty()
        }
        _ => false,
    }
}

/// The name of a sheet without what it says of its version, folded, and that.
fn read(name: &str) -> (String, Version) {
    let lower = name.trim().to_lowercase();
    let folded = fold(&lower);
    let stem = |text: &str| {
        let end = |letter: char| !letter.is_alphanumeric();
        text.trim_matches(end).to_owned()
    };
    if let Some(of) = COPY_BEFORE.iter().find_map(|it| folded.strip_prefix(*it)) {
        return (stem(of), Version::Copy);
    }
    if let Some(of) = COPY_BEHIND.iter().find_map(|it| folded.strip_suffix(*it)) {
        return (stem(of), Version::Copy);
    }
    if let Some((of, number)) = folded.rsplit_once(['(', '_']) {
        let number = number.trim_end_matches(')');
        if (1..=2).contains(&number.len()) && number.bytes().all(|it| it.is_ascii_digit()) {
            return (stem(of), Version::Copy);
        }
    }
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.last().is_some_and(|last| OLD.contains(last)) {
        return (String::new(), Version::Old);
    }
    let words: Vec<String> = words.into_iter().map(fold).collect();
    let text = format!(" {} ", words.join(" "));
    for option in OPTIONS {
        let Some((before, behind)) = text.rsplit_once(&format!(" {option}")) else {
            continue;
        };
        let called = behind.trim();
        let is_apart = behind.starts_with(' ');
        let is_number = called.len() <= 2 && called.bytes().all(|it| it.is_ascii_digit());
        let is_letter = called.len() == 1;
        let is_named = option == "phuong an" || called == "moi" || called == "goc";
        let is_label = is_number || is_apart && (is_letter || is_named);
        if is_label && !called.is_empty() {
            return (stem(before), Version::Option(called.to_owned()));
        }
    }
    (stem(&folded), Version::None)
}

#[cfg(test)]
mod tests {
    use super::is_of_one;
    use super::read;

    #[test]
    fn versions_are_told_by_their_names() {
        for (one, other, wanted) in [
            ("Phương án 1", "Phương án 2", true),
            ("Phương án thuê", "Phương án mua", true),
            ("PA1", "PA2", true),
            ("Dự toán PA 1", "Dự toán PA 2", true),
            ("Dự toán", "Dự toán PA2", true),
            ("Bản cũ", "Dự toán", true),
            ("Dự toán cũ", "Dự toán", true),
            ("Bản 1", "Bản 2", true),
            ("Dự toán", "Dự toán (2)", true),
            ("Dự toán", "Copy of Dự toán", true),
            ("Dự toán", "Dự toán - Copy", true),
            ("Dự toán v1", "Dự toán v2", true),
            ("Mua lần 1", "Mua lần 2", false),
            ("Năm 2027", "Năm 2028", false),
            ("Dự toán (1)", "Dự toán (2)", false),
            ("Phụ lục 1", "Phụ lục 2", false),
            ("Thôn 1", "Thôn 2", false),
            ("Ban chỉ đạo", "Ban quản lý", false),
            ("Bản Nà Hin", "Bản Pá Khoang", false),
            ("Tổng hợp", "Phương án 1", false),
            ("Chính quyền số", "Kinh tế số", false),
        ] {
            let (first, second) = (read(one), read(other));
            assert_eq!(is_of_one(&first, &second), wanted, "{one} {other}");
        }
    }
}
