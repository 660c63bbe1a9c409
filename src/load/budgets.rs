//! The workbooks in `budgets/`: which one is a commune's, and which ones nobody reads for how they are
//! named or what kind of file they are.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::Listing;
use super::Loader;
use super::PRICES;
use super::communes::LINES;
use super::endings::unread_stem;
use super::workbook;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::model::fold;
use crate::source::FileId;
use crate::source::Origin;

/// The folder of the estimates and the price list.
const FOLDER: &str = "budgets";

/// The endings of tables that are not read.
const OTHER_TABLES: [&str; 13] = [
    "csv", "tsv", "xlsb", "numbers", "xltx", "xltm", "xlt", "ots", "fods", "et", "ett", "xlw",
    "gsheet",
];

/// So many names that are still free are offered, not more.
const FEW: usize = 3;

/// The files that could be meant for an estimate and are not read.
#[derive(Debug, Default)]
pub(super) struct Beside {
    files: Vec<Unread>,
    /// The communes without an estimate.
    missing: Vec<String>,
    /// The path of the estimate or price list that is read, by name.
    read: BTreeMap<String, String>,
}

/// A file that is not read.
#[derive(Debug)]
struct Unread {
    path: String,
    /// The commune, or the price list, that it seems to be meant for.
    name: Option<String>,
}

/// The name of a file and its ending, in lower case.
fn parts(path: &str) -> Option<(&str, String)> {
    let name = path.rsplit('/').next()?;
    let (stem, ending) = name.rsplit_once('.')?;
    Some((stem, ending.to_lowercase()))
}

fn is_readable(ending: &str) -> bool {
    workbook::ENDINGS.contains(&ending) || ending == LINES
}

/// Whether two names are one when letters and marks are put together.
pub(super) fn is_same_but_for_marks(one: &str, other: &str) -> bool {
    one.nfc().eq(other.nfc())
}

/// A name as the names of profiles are written: `Xã Minh Sơn (1)` is `xa-minh-son-1`.
fn slug_of(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// The longest of the names that stands in another one as a whole.
fn meant<'a>(stem: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let stem = format!("-{}-", slug_of(stem));
    let held = names.filter(|name| stem.contains(&format!("-{}-", slug_of(name))));
    held.max_by_key(|name| name.len())
}

impl Loader<'_> {
    /// The path of the file in `budgets/` that has this name and one of these endings, in small letters or
    /// capitals, and the ending; a second such file is reported.
    pub(super) fn only_budget(
        &mut self,
        name: &str,
        endings: impl Iterator<Item = &'static str>,
    ) -> Option<(String, &'static str)> {
        let mut found = endings.filter_map(|ending| Some((self.budget(name, ending)?, ending)));
        let (path, ending) = found.next()?;
        if let Some((other, _)) = found.next() {
            let at = Origin::File(self.sources.add_unreadable(other));
            let message = format!("đã có tệp {path}, không biết dùng tệp nào");
            let finding = Diagnostic::new(Code::TWO_ESTIMATES, at, message);
            self.diagnostics
                .report(finding.hint("giữ một tệp, chuyển tệp kia đi nơi khác"));
        }
        Some((path, ending))
    }

    /// The path of a file that is there; where the disk tells capitals from small letters, the ending may
    /// be in capitals.
    fn budget(&self, name: &str, ending: &str) -> Option<String> {
        let (first, rest) = ending.split_at(1);
        let spelt = [
            ending.to_owned(),
            ending.to_uppercase(),
            format!("{}{rest}", first.to_uppercase()),
        ];
        let mut paths = spelt
            .iter()
            .map(|ending| format!("{FOLDER}/{name}.{ending}"));
        // A link that leads nowhere is there too, and cannot be read.
        let found = paths.find(|path| self.files.kind(path).is_some());
        found.or_else(|| self.budget_of_a_mac(name, ending))
    }

    /// The path of a file whose name has its letters and marks apart, as those from a Mac do, where the
    /// profile's has them in one, or the other way.
    fn budget_of_a_mac(&self, name: &str, ending: &str) -> Option<String> {
        if name.is_ascii() {
            return None;
        }
        let Listing { files, links, .. } = self.files.list(FOLDER);
        let mut paths = files.into_iter().chain(links);
        paths.find(|path| {
            let own = path.strip_prefix(FOLDER).unwrap_or(path);
            let parts = own.trim_start_matches('/').rsplit_once('.');
            parts.is_some_and(|(stem, own)| {
                own.eq_ignore_ascii_case(ending) && is_same_but_for_marks(stem, name)
            })
        })
    }

    /// Looks at what lies in `budgets/` beside the files of these communes.
    pub(super) fn beside(&mut self, slugs: &[String]) -> Beside {
        let listing = self.files.list(FOLDER);
        self.closed_folders(listing.closed);
        let mut paths = listing.files;
        // Some put the estimate beside the profile.
        paths.extend(self.files.list("content/communes").files);
        let mut beside = Beside::default();
        for name in slugs.iter().map(String::as_str).chain([PRICES]) {
            let mut endings = workbook::ENDINGS.into_iter().chain([LINES]);
            match endings.find_map(|ending| self.budget(name, ending)) {
                Some(path) => {
                    beside.read.insert(name.to_owned(), path);
                }
                None if name == PRICES => {}
                None => beside.missing.push(name.to_owned()),
            }
        }
        let own: BTreeSet<&str> = beside.read.values().map(String::as_str).collect();
        let own_folded: BTreeSet<String> = own.iter().map(|path| path.to_lowercase()).collect();
        let names = || slugs.iter().map(String::as_str).chain([PRICES]);
        for path in &paths {
            let Some((stem, ending)) = parts(path) else {
                continue;
            };
            let in_budgets = path.starts_with(FOLDER);
            let stem = match unread_stem(path).and_then(|path| path.rsplit('/').next()) {
                Some(stem) if in_budgets => stem,
                _ if !in_budgets && ending == LINES => continue,
                _ if is_readable(&ending) || OTHER_TABLES.contains(&ending.as_str()) => stem,
                _ => continue,
            };
            // Where the disk does not tell capitals from small letters, the name may be spelt otherwise.
            let is_own = own.contains(path.as_str())
                || own_folded.contains(&path.to_lowercase()) && !paths_hold(&paths, &own, path);
            // What is one of two that could be read was told of.
            let is_second = is_readable(&ending)
                && path.matches('/').count() == 1
                && in_budgets
                && beside.read.contains_key(stem)
                && path.ends_with(&format!(".{ending}"));
            if is_own || is_second {
                continue;
            }
            let name = meant(stem, names()).map(str::to_owned);
            let is_old = name
                .as_ref()
                .is_some_and(|name| beside.read.contains_key(name));
            // What lies in a folder of its own beside the file that is read was put away.
            if path.matches('/').count() > 1 && in_budgets && (is_old || name.is_none()) {
                continue;
            }
            let path = path.clone();
            beside.files.push(Unread { path, name });
        }
        beside.give_to_the_only_one();
        beside
    }

    /// Reports the files that are not read, where they seem to be meant for these communes or for none.
    pub(super) fn report_beside(&mut self, beside: &Beside, wanted: &[String]) {
        let is_wanted = |name: &String| wanted.is_empty() || wanted.contains(name);
        for file in &beside.files {
            if !file.name.as_ref().map_or(wanted.is_empty(), is_wanted) {
                continue;
            }
            let finding = beside.finding(file);
            let at = Origin::File(self.sources.add_unreadable(&file.path));
            self.diagnostics.report(Diagnostic { at, ..finding });
        }
    }
}

/// Whether the file that is read lies among these paths as it is spelt, so that this one is another.
fn paths_hold(paths: &[String], own: &BTreeSet<&str>, path: &str) -> bool {
    let folded = path.to_lowercase();
    let mut own = own.iter().filter(|own| own.to_lowercase() == folded);
    own.any(|own| paths.iter().any(|path| path == own))
}

impl Beside {
    /// A file with a name of its own is meant for the one commune that has none.
    fn give_to_the_only_one(&mut self) {
        let [missing] = self.missing.as_slice() else {
            return;
        };
        let named = |file: &Unread| file.name.as_ref() == Some(missing);
        if !self.files.iter().any(named) {
            for file in self.files.iter_mut().filter(|file| file.name.is_none()) {
                file.name = Some(missing.clone());
            }
        }
    }

    /// Whether a file seems to be meant for a commune that has no estimate.
    pub(super) fn stands_in_for(&self, slug: &str) -> bool {
        let is_meant = |file: &Unread| file.name.as_deref() == Some(slug);
        self.missing.iter().any(|missing| missing == slug) && self.files.iter().any(is_meant)
    }

    /// What is said of a file.
    fn finding(&self, file: &Unread) -> Diagnostic {
        let (stem, ending) = parts(&file.path).unwrap_or_default();
        let is_yaml = unread_stem(&file.path).is_some();
        let is_placed = file.path.starts_with(FOLDER) && file.path.matches('/').count() == 1;
        let free = self
            .missing
            .iter()
            .take(FEW)
            .map(|slug| format!("{slug}.xlsx"));
        let free: Vec<String> = free.collect();
        let (why, what) = if is_yaml {
            (
                "tên tệp phải có đuôi `.yaml`".to_owned(),
                Do::Rename("yaml"),
            )
        } else if !is_readable(&ending) {
            (
                format!("chương trình không đọc kiểu tệp `.{ending}`"),
                Do::SaveAs,
            )
        } else if !is_placed {
            (
                format!("dự toán phải ở ngay trong thư mục {FOLDER}"),
                Do::Move,
            )
        } else if let Some(name) = &file.name {
            let why = if stem == name {
                "đã có tệp cùng tên".to_owned()
            } else if is_same_but_for_marks(stem, name) {
                "đã có tệp cùng tên, chỉ khác ở chỗ chữ và dấu viết tách rời".to_owned()
            } else {
                format!("tên tệp phải là `{name}`")
            };
            (
                why,
                Do::Rename(match workbook::ENDINGS.iter().find(|it| **it == ending) {
                    Some(ending) => ending,
                    None => LINES,
                }),
            )
        } else {
            (
                "tên tệp không trùng với hồ sơ xã nào".to_owned(),
                Do::Rename("xlsx"),
            )
        };
        let read = file.name.as_ref().and_then(|name| self.read.get(name));
        let is_missing = file
            .name
            .as_ref()
            .is_some_and(|name| self.missing.contains(name));
        let target = match &file.name {
            Some(name) => format!("{FOLDER}/{name}"),
            None => String::new(),
        };
        let save = how_to_save(&ending);
        let hint = match (&file.name, read) {
            (Some(_), Some(read)) => {
                let instead = match what {
                    Do::SaveAs => format!("{save} để thay tệp kia"),
                    Do::Move | Do::Rename(_) => "dùng nó thay tệp kia".to_owned(),
                };
                format!(
                    "chương trình đang đọc {read}; nếu tệp này mới hơn thì {instead}, nếu không thì \
                     chuyển đi nơi khác"
                )
            }
            (Some(_), None) => match what {
                Do::SaveAs => format!("{save} thành {target}.xlsx"),
                Do::Move => format!("chuyển tệp này thành {target}.{ending}"),
                Do::Rename(ending) => format!("đổi tên tệp thành {target}.{ending}"),
            },
            (None, _) if free.is_empty() => {
                "đặt tên tệp như tên hồ sơ của xã, hoặc chuyển tệp đi nơi khác".to_owned()
            }
            (None, _) => format!(
                "nếu là dự toán của xã thì lưu thành {}",
                free.join(" hoặc ")
            ),
        };
        let message = format!("tệp này không được đọc, vì {why}");
        let finding = Diagnostic::new(
            Code::UNREAD_WORKBOOK,
            Origin::File(FileId::default()),
            message,
        );
        let severity = if is_missing {
            Severity::Error
        } else {
            finding.severity
        };
        Diagnostic {
            severity,
            ..finding.hint(hint)
        }
    }
}

/// How a table that is not read becomes a workbook of Excel, by the ending of its file.
fn how_to_save(ending: &str) -> &'static str {
    match ending {
        // A link; the table itself lies with Google.
        "gsheet" => {
            "mở bảng tính trong Google Trang tính, chọn Tệp > Tải xuống > Microsoft Excel (.xlsx), lưu"
        }
        "numbers" => "mở tệp bằng Numbers, chọn Tệp > Xuất sang > Excel, lưu",
        _ => "mở tệp bằng Excel, lưu với kiểu Excel Workbook (*.xlsx)",
    }
}

/// What to do with a file.
enum Do {
    SaveAs,
    Move,
    Rename(&'static str),
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn copies_are_known_by_their_names() {
        let names = ["xa-mau", "xa-mau-hai", "don-gia"];
        for (stem, wanted) in [
            ("xa-mau (1)", Some("xa-mau")),
            ("xa-mau - Copy", Some("xa-mau")),
            ("Bản sao của xa-mau-hai", Some("xa-mau-hai")),
            ("Dự toán xã Mẫu 2027", Some("xa-mau")),
            ("Xa-Mau", Some("xa-mau")),
            ("xa_mau_sua_lan_2", Some("xa-mau")),
            ("Đơn giá", Some("don-gia")),
            ("Dự toán CĐS", None),
            ("xa-mauve", None),
        ] {
            assert_eq!(meant(stem, names.into_iter()), wanted, "{stem}");
        }
    }
}
