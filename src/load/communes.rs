//! The communes' files: a profile each, and the estimate of the same name.

use super::CommuneInput;
use super::EstimateInput;
use super::LARGEST_TEXT;
use super::Listing;
use super::Loader;
use super::budgets::Beside;
use super::budgets::is_same_but_for_marks;
use super::endings::unread_stem;
use super::folders::PROFILES;
use super::folders::deeper_stem;
use super::letters;
use super::quiet::quietly;
use super::workbook;
use super::workbook::Unfit;
use super::yaml;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::model::GivenEstimate;
use crate::source::FileId;
use crate::source::Origin;

/// Larger workbooks than this are refused, in bytes.
const LARGEST_WORKBOOK: u64 = 20 * 1024 * 1024;

/// The ending of an estimate that is written in YAML.
pub(super) const LINES: &str = "yaml";

/// The communes that there are files of.
#[derive(Debug)]
pub struct CommuneFiles {
    /// Those that are asked for, by the names of their profiles without ending.
    pub slugs: Vec<String>,
    beside: Beside,
}

impl Loader<'_> {
    /// The communes of these names, or all of them; names and files that are none are reported.
    pub(super) fn communes(&mut self, wanted: &[String]) -> CommuneFiles {
        let Listing { files, closed, .. } = self.files.list(PROFILES);
        let files = files.iter();
        let names = files.filter_map(|path| path.strip_prefix(PROFILES)?.strip_prefix('/'));
        let (deeper, names): (Vec<&str>, Vec<&str>) = names.partition(|name| name.contains('/'));
        let (unread, read): (Vec<&str>, Vec<&str>) = names
            .into_iter()
            .partition(|name| unread_stem(name).is_some());
        let slugs = read.iter().filter_map(|name| name.strip_suffix(".yaml"));
        let mut slugs: Vec<String> = slugs.map(str::to_owned).collect();
        // A name may be typed with letters and marks in one that the disk has apart.
        let wanted = wanted.iter().map(|name| {
            let is_meant = |slug: &&String| is_same_but_for_marks(slug, name);
            let found = slugs.iter().find(|slug| *slug == name);
            found
                .or_else(|| slugs.iter().find(is_meant))
                .unwrap_or(name)
        });
        let wanted: &[String] = &wanted.cloned().collect::<Vec<_>>();
        let stems: Vec<&str> = unread.iter().filter_map(|name| unread_stem(name)).collect();
        for (name, stem) in unread.iter().zip(&stems) {
            let is_read = slugs.iter().any(|slug| slug == stem);
            let is_wanted = wanted.iter().any(|wanted| wanted == stem);
            let severity = if slugs.is_empty() || is_wanted && !is_read {
                Severity::Error
            } else {
                Severity::Warning
            };
            if wanted.is_empty() || is_wanted {
                let [path, stem] = [name, stem].map(|name| format!("content/communes/{name}"));
                self.wrong_ending(&path, &stem, severity);
            }
        }
        self.in_deeper_folders(&deeper, &slugs, wanted);
        let in_deeper: Vec<&str> = deeper.iter().filter_map(|path| deeper_stem(path)).collect();
        let stems: Vec<&str> = stems.into_iter().chain(in_deeper).collect();
        let is_there = |slug: &String| slugs.contains(slug) || stems.contains(&slug.as_str());
        for slug in wanted.iter().filter(|slug| !is_there(slug)) {
            let file = self
                .sources
                .add_unreadable(format!("content/communes/{slug}.yaml"));
            let finding = Diagnostic::new(
                Code::UNKNOWN_COMMUNE,
                Origin::File(file),
                format!("không có hồ sơ của xã `{slug}`"),
            );
            let known = slugs.iter().map(String::as_str);
            let finding = self.diagnostics.suggest(finding, slug, known);
            self.diagnostics.report(finding);
        }
        self.closed_folders(closed.clone());
        if slugs.is_empty() && wanted.is_empty() && stems.is_empty() && closed.is_empty() {
            let file = self.sources.add_unreadable("content/communes");
            self.diagnostics.report(
                Diagnostic::new(Code::NO_PROFILE, Origin::File(file), "không có hồ sơ xã nào")
                    .hint("tạo hồ sơ và bảng dự toán để điền, ví dụ `xaso new xa \"Minh Sơn\" --dia-ban nong_thon`; đã có hồ sơ ở thư mục khác thì chạy lệnh trong thư mục chứa `content`"),
            );
        }
        let beside = self.beside(&slugs);
        let is_any = !slugs.is_empty();
        slugs.retain(|slug| wanted.is_empty() || wanted.contains(slug));
        let slugs = self.well_named(slugs);
        if is_any {
            self.report_beside(&beside, wanted);
        }
        CommuneFiles { slugs, beside }
    }

    /// Reads the files of a commune.
    pub(super) fn commune(&mut self, slug: String, files: &CommuneFiles) -> Option<CommuneInput> {
        // Of a profile with faults comes what can be read around them, since the rest is checked all the
        // same and the estimate held against it.
        let file = self.text(&format!("content/communes/{slug}.yaml"));
        let profile = file.map(|file| {
            let text = self.sources.text(file);
            yaml::parse_around_faults(file, text, self.diagnostics)
        });
        let estimate = self.estimate(&slug, &files.beside);
        Some(CommuneInput {
            slug,
            profile: profile.ok()?,
            estimate,
        })
    }

    /// Reads the estimate of a commune: the one file of its name in `budgets/`.
    fn estimate(&mut self, slug: &str, beside: &Beside) -> Option<EstimateInput> {
        let endings = workbook::ENDINGS.into_iter().chain([LINES]);
        let found = self.only_budget(slug, endings);
        if found.is_none() && beside.stands_in_for(slug) {
            return None;
        }
        let usual = workbook::ENDINGS[0];
        let (path, ending) = found.unwrap_or_else(|| (format!("budgets/{slug}.{usual}"), usual));
        if ending == LINES {
            let file = self.text(&path).ok()?;
            let bytes = self.bytes(&path, LARGEST_TEXT).ok()?.bytes.into_owned();
            let text = self.sources.text(file);
            let lines = yaml::parse(file, text, 0, self.diagnostics).ok()?;
            return Some(EstimateInput {
                given: GivenEstimate {
                    file,
                    bytes,
                    ending,
                },
                lines: Some(lines),
            });
        }
        let (file, bytes) = self.workbook(&path)?;
        Some(EstimateInput {
            given: GivenEstimate {
                file,
                bytes,
                ending,
            },
            lines: None,
        })
    }

    /// Reads a workbook; a fault of it is reported.
    pub(super) fn workbook(&mut self, path: &str) -> Option<(FileId, Vec<u8>)> {
        let bytes = self.bytes(path, LARGEST_WORKBOOK).ok()?.bytes;
        // Cells at impossible places make calamine panic (overflow).
        let read = quietly(|| workbook::read(&bytes)).unwrap_or(Err(Unfit::Broken));
        match read {
            Ok(mut read) => {
                let found = letters::workbook(&mut read.workbook);
                let hidden = read.workbook.hidden.clone();
                let names = read.workbook.sheets.iter().map(|sheet| sheet.name.clone());
                let names: Vec<String> = names.collect();
                let file = self.sources.add_workbook(path, read.workbook);
                for name in hidden {
                    let message = format!("trang ẩn `{name}` không được đọc");
                    let finding = Diagnostic::new(Code::HIDDEN_SHEET, Origin::File(file), message);
                    let hint = "bỏ ẩn trang này nếu nó thuộc dự toán, xóa đi nếu không dùng nữa";
                    self.diagnostics.report(finding.hint(hint));
                }
                if let Some((sheet, cell)) = read.decomposed.first().copied() {
                    let at = Origin::Cell { file, sheet, cell };
                    self.decomposed(at, read.decomposed.len(), "ô");
                }
                if let Some((sheet, cell)) = read.tabbed.first().copied() {
                    let at = Origin::Cell { file, sheet, cell };
                    let n_cells = read.tabbed.len();
                    let message =
                        format!("{n_cells} ô có dấu Tab ngăn các phần, khi in chỉ còn dấu cách");
                    let hint = "muốn tách cột thì ghi mỗi phần vào một ô; nếu không thì thay dấu Tab bằng dấu cách hoặc dấu phẩy";
                    let finding = Diagnostic::new(Code::UNEVEN_ROW, at, message);
                    self.diagnostics.report(finding.hint(hint));
                }
                let places = letters::Places {
                    what: "ô",
                    name: &|(sheet, cell): &letters::Place| match (cell, names.get(*sheet)) {
                        (Some(cell), Some(name)) if names.len() > 1 => format!("{name}!{cell}"),
                        (Some(cell), _) => cell.to_string(),
                        (None, name) => format!("tên trang {}", name.map_or("", String::as_str)),
                    },
                    origin: &|(sheet, cell)| match *cell {
                        Some(cell) => Origin::Cell {
                            file,
                            sheet: *sheet,
                            cell,
                        },
                        None => Origin::File(file),
                    },
                };
                found.report(&places, self.diagnostics);
                Some((file, bytes.into_owned()))
            }
            Err(unfit) => {
                let (code, message, hint) = match unfit {
                    Unfit::Broken => broken(&bytes),
                    Unfit::TooLarge => (
                        Code::WORKBOOK_TOO_LARGE,
                        "tệp này chứa nhiều dữ liệu hơn một bảng dự toán có thể có",
                        "chép riêng bảng dự toán sang một tệp mới, bỏ các trang, hình ảnh và ô không dùng",
                    ),
                };
                let origin = Origin::File(self.sources.add_unreadable(path));
                self.diagnostics
                    .report(Diagnostic::new(code, origin, message).hint(hint));
                None
            }
        }
    }
}

/// What is said of a workbook that cannot be opened.
fn broken(bytes: &[u8]) -> (Code, &'static str, &'static str) {
    let (message, hint) = if bytes.is_empty() {
        (
            "tệp bảng tính này trống (0 byte)",
            "chép lại tệp dự toán từ nơi lưu; nếu tệp đang mở trong Excel thì lưu rồi đóng Excel",
        )
    } else if is_text(bytes) {
        (
            "tệp này là văn bản (CSV) mang đuôi của bảng tính",
            "đổi đuôi tên tệp thành .csv, mở bằng Excel và lưu với kiểu \"Excel Workbook (*.xlsx)\"",
        )
    } else {
        (
            "không mở được tệp bảng tính này",
            "mở tệp bằng Excel và lưu lại với kiểu \"Excel Workbook (*.xlsx)\", không đặt mật khẩu",
        )
    };
    (Code::BAD_WORKBOOK, message, hint)
}

/// Whether a file holds lines of text with signs between the cells.
fn is_text(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let is_control = |it: char| it.is_control() && !matches!(it, '\n' | '\r' | '\t');
    text.contains('\n') && text.contains([',', ';', '\t']) && !text.contains(is_control)
}
