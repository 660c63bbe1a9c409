//! Profiles that nobody reads for the folder they lie in: each must lie in `content/communes` itself.

use super::Loader;
use super::endings::unread_stem;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::source::Origin;

/// The folder of the profiles.
pub(super) const PROFILES: &str = "content/communes";

/// The name of the profile that a file of a deeper folder seems to be, without folder and ending.
pub(super) fn deeper_stem(path: &str) -> Option<&str> {
    let (_, name) = path.rsplit_once('/')?;
    unread_stem(name).or_else(|| name.strip_suffix(".yaml"))
}

impl Loader<'_> {
    /// Reports the profiles at these paths below the folder of the profiles; errors where none is read.
    /// One that is read from its right place as well was put away.
    pub(super) fn in_deeper_folders(&mut self, paths: &[&str], read: &[String], wanted: &[String]) {
        for (path, stem) in paths
            .iter()
            .filter_map(|path| Some((path, deeper_stem(path)?)))
        {
            let is_stem = |name: &String| name == stem;
            let is_wanted = wanted.iter().any(is_stem);
            if read.iter().any(is_stem) || !wanted.is_empty() && !is_wanted {
                continue;
            }
            let at = Origin::File(self.sources.add_unreadable(format!("{PROFILES}/{path}")));
            let message =
                format!("hồ sơ này không được đọc, vì không ở ngay trong thư mục {PROFILES}");
            let hint = format!(
                "chuyển tệp này thành {PROFILES}/{stem}.yaml; nếu là bản cũ cần lưu thì chuyển ra ngoài thư mục {PROFILES}"
            );
            let finding = Diagnostic::new(Code::WRONG_ENDING, at, message).hint(hint);
            let severity = if read.is_empty() || is_wanted {
                Severity::Error
            } else {
                finding.severity
            };
            self.diagnostics.report(Diagnostic {
                severity,
                ..finding
            });
        }
    }
}
