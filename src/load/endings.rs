//! Files that nobody reads for how their names end: `.yml`, `.YAML`, the `.yaml.txt` that Notepad makes.

use super::Loader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::source::Origin;

/// The ending that is read, and those in its place.
const READ: &str = ".yaml";
const UNREAD: [&str; 5] = [".yaml.txt", ".yml.txt", ".yaml.yaml", ".yml", READ];

/// The path of a file without its ending, where that is another than the one that is read.
pub(super) fn unread_stem(path: &str) -> Option<&str> {
    let lower = path.to_ascii_lowercase();
    let ending = UNREAD.iter().find(|ending| lower.ends_with(*ending))?;
    let is_read = *ending == READ && path.ends_with(READ);
    (!is_read).then(|| &path[..path.len() - ending.len()])
}

impl Loader<'_> {
    /// Reports a file that is not read for its name.
    pub(super) fn wrong_ending(&mut self, path: &str, stem: &str, severity: Severity) {
        let at = Origin::File(self.sources.add_unreadable(path));
        let message = "tệp này không được đọc, vì tên tệp phải có đuôi `.yaml`";
        let hint = format!(
            "đổi tên thành {stem}{READ}; trong Windows bật mục hiện đuôi tên tệp (File name extensions) để thấy hết tên"
        );
        let finding = Diagnostic::new(Code::WRONG_ENDING, at, message).hint(hint);
        self.diagnostics.report(Diagnostic {
            severity,
            ..finding
        });
    }

    /// Those of the folders of which no finding has told yet.
    pub(super) fn not_yet_told(&self, paths: &[String]) -> Vec<String> {
        let findings = self.diagnostics.sorted(self.sources);
        let told = findings.iter().map(|it| self.sources.path(it.at.file()));
        let told: Vec<&str> = told.collect();
        let paths = paths.iter().filter(|path| !told.contains(&path.as_str()));
        paths.cloned().collect()
    }

    /// Reports folders that cannot be opened.
    pub(super) fn closed_folders(&mut self, paths: Vec<String>) {
        for path in paths {
            let at = Origin::File(self.sources.add_unreadable(path));
            let message = "không mở được thư mục, hoặc đây không phải là thư mục";
            let finding = Diagnostic::new(Code::UNREADABLE_FILE, at, message);
            let hint = "kiểm tra quyền đọc của thư mục này; nếu là tệp hay liên kết (link) thì đổi tên \
                        hoặc chuyển đi, rồi tạo lại thư mục";
            self.diagnostics.report(finding.hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unread_stem;

    #[test]
    fn endings_that_nobody_reads_are_known() {
        for name in [
            "xa.yml",
            "xa.YAML",
            "xa.Yml",
            "xa.yaml.txt",
            "xa.YAML.TXT",
            "xa.yaml.yaml",
        ] {
            assert_eq!(unread_stem(name), Some("xa"), "{name}");
        }
        for name in ["xa.yaml", "xa.md", "xa.txt", "yml"] {
            assert_eq!(unread_stem(name), None, "{name}");
        }
    }
}
