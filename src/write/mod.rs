//! Files → the disk, as a whole or not at all.
//!
//! Everything goes into a new folder beside the old one; then the two change places, on Linux in
//! one step, elsewhere in two with the old one put back should the second fail or the machine stop
//! between them. A list of what we wrote lies in the folder, so that a file which somebody else
//! put there is carried over, and a folder that is not ours is left alone.

mod files;

pub use files::Existing;
pub use files::refuse_taken;
pub use files::write_files;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::source::Origin;
use crate::source::Sources;

/// The folder below the output folder that belongs to us.
const SITE: &str = "site";
const FRESH: &str = ".site.moi";
const OLD: &str = ".site.cu";

/// The list of the files that we wrote, in our folder.
const MANIFEST: &str = ".xaso";

/// What was written.
#[derive(Debug)]
pub struct WriteSummary {
    /// How many files.
    pub n_files: usize,
    /// The first page to open.
    pub index: PathBuf,
    /// The folders of the old output, in order, of which the new one has nothing.
    pub taken_away: Vec<String>,
}

/// A new output, which takes the place of the old one when it is whole; until then nobody sees it, and
/// where it is given up, it goes.
#[derive(Debug)]
pub struct Fresh {
    folder: PathBuf,
    /// The files that we wrote the last time.
    known: BTreeSet<String>,
    written: Mutex<BTreeSet<String>>,
}

impl Fresh {
    /// Begins a new output below `folder`; a fault of the disk is reported.
    pub fn begin(
        folder: &Path,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        match Self::clear(folder) {
            Ok(known) => Some(Self {
                folder: folder.to_owned(),
                known,
                written: Mutex::default(),
            }),
            Err(fault) => {
                fault.report(sources, diagnostics);
                None
            }
        }
    }

    /// Makes room for a new output; the files that are ours of the old one.
    fn clear(folder: &Path) -> Result<BTreeSet<String>, Fault> {
        fs::create_dir_all(folder).at(folder)?;
        let site = folder.join(SITE);
        recover(&site, &folder.join(OLD))?;
        let known = manifest(&site)?;
        remove(&folder.join(FRESH))?;
        Ok(known)
    }

    /// Writes a file by its path below the website's folder, from any thread.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Fault> {
        put(&self.folder.join(FRESH).join(path), bytes)?;
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = written.insert(path.to_owned());
        debug_assert!(is_new, "two outputs of one path");
        Ok(())
    }

    /// Lets the new output take the place of the old one; a fault of the disk is reported and leaves the
    /// old one.
    pub fn publish(
        mut self,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Option<WriteSummary> {
        let written = self.written.get_mut();
        let written = std::mem::take(written.unwrap_or_else(PoisonError::into_inner));
        match self.replace(&written) {
            Ok(()) => Some(WriteSummary {
                n_files: written.len(),
                index: self.folder.join(SITE).join("index.html"),
                taken_away: folders(&self.known)
                    .difference(&folders(&written))
                    .cloned()
                    .collect(),
            }),
            Err(fault) => {
                fault.report(sources, diagnostics);
                None
            }
        }
    }

    fn replace(&self, written: &BTreeSet<String>) -> Result<(), Fault> {
        let [site, fresh, old] = [SITE, FRESH, OLD].map(|name| self.folder.join(name));
        carry_over(&site, &fresh, &self.known, written)?;
        let list: Vec<&str> = written.iter().map(String::as_str).collect();
        let list = format!("{}\n", list.join("\n"));
        put(&fresh.join(MANIFEST), list.as_bytes())?;
        swap(&site, &fresh, &old)?;
        remove(&old)
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // After a change of places the old output lies here.
        let _ = remove(&self.folder.join(FRESH));
    }
}

/// What could not be done on the disk.
#[derive(Debug)]
pub struct Fault {
    path: PathBuf,
    kind: FaultKind,
}

#[derive(Debug)]
enum FaultKind {
    Io(io::Error),
    NotOurs,
    Exists,
}

impl Fault {
    /// Adds the finding that says so.
    pub fn report(&self, sources: &mut Sources, diagnostics: &mut Diagnostics) {
        let path = self.path.to_string_lossy().replace('\\', "/");
        let path = path.strip_prefix("./").unwrap_or(&path);
        let at = Origin::File(sources.add_unreadable(path));
        let finding = Diagnostic::new(Code::CANNOT_WRITE, at, self.message());
        diagnostics.report(finding.hint(self.hint(path)));
    }

    fn message(&self) -> String {
        match &self.kind {
            FaultKind::NotOurs => {
                "thư mục này đã có và không do Xaso tạo ra, nên không bị ghi đè".to_owned()
            }
            FaultKind::Exists => "tệp này đã có, nên không bị ghi đè".to_owned(),
            FaultKind::Io(error) => match error.kind() {
                io::ErrorKind::StorageFull => "không ghi được: ổ đĩa đã đầy".to_owned(),
                io::ErrorKind::InvalidFilename => {
                    "không ghi được: tên quá dài hoặc có ký tự không dùng được".to_owned()
                }
                _ => "không ghi được".to_owned(),
            },
        }
    }

    /// What to do about what could not be done at a path.
    fn hint(&self, path: &str) -> String {
        let hint = match &self.kind {
            FaultKind::NotOurs => {
                "chọn thư mục khác bằng --output, hoặc chuyển thư mục này đi nơi khác"
            }
            FaultKind::Exists => {
                let name = path.rsplit('/').next().unwrap_or(path);
                let slug = name.split('.').next().unwrap_or(name);
                return format!(
                    "là xã này thì sửa tiếp tệp đã có; là xã khác trùng tên, hoặc cần lại bảng mẫu, thì giữ tên xã, đặt tên tệp khác: thêm `--tep {slug}-2` vào lệnh"
                );
            }
            FaultKind::Io(error) if error.kind() == io::ErrorKind::InvalidFilename => {
                "chọn tên ngắn hơn, chỉ có chữ và số"
            }
            FaultKind::Io(_) => {
                "đóng các tệp trong thư mục này đang mở ở chương trình khác, kiểm tra quyền ghi và chỗ trống"
            }
        };
        hint.to_owned()
    }
}

/// Adds the path to an error of the disk.
trait At<T> {
    fn at(self, path: &Path) -> Result<T, Fault>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, Fault> {
        self.map_err(|error| Fault {
            path: path.to_owned(),
            kind: FaultKind::Io(error),
        })
    }
}

/// A run that was stopped between the two steps left the old output under another name.
fn recover(site: &Path, old: &Path) -> Result<(), Fault> {
    if old.exists() && !site.exists() {
        fs::rename(old, site).at(site)?;
    }
    remove(old)
}

/// The files that we wrote the last time.
fn manifest(site: &Path) -> Result<BTreeSet<String>, Fault> {
    if !site.exists() {
        return Ok(BTreeSet::new());
    }
    let empty = fs::read_dir(site).at(site)?.next().is_none();
    match fs::read_to_string(site.join(MANIFEST)) {
        Ok(list) => Ok(list.lines().map(str::to_owned).collect()),
        Err(_) if empty => Ok(BTreeSet::new()),
        Err(_) => Err(Fault {
            path: site.to_owned(),
            kind: FaultKind::NotOurs,
        }),
    }
}

/// The folders that these files lie in, directly or deeper.
fn folders(paths: &BTreeSet<String>) -> BTreeSet<String> {
    let folders = paths.iter().filter_map(|path| path.split_once('/'));
    folders.map(|(folder, _)| folder.to_owned()).collect()
}

/// Copies what somebody else put into our folder, unless we now write a file of that name.
fn carry_over(
    site: &Path,
    fresh: &Path,
    known: &BTreeSet<String>,
    written: &BTreeSet<String>,
) -> Result<(), Fault> {
    for entry in walkdir::WalkDir::new(site)
        .into_iter()
        .filter_map(Result::ok)
    {
        let Ok(relative) = entry.path().strip_prefix(site) else {
            continue;
        };
        let parts: Vec<_> = relative
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        let name = parts.join("/");
        let ours = name == MANIFEST || known.contains(&name) || written.contains(&name);
        if entry.file_type().is_file() && !ours {
            let bytes = fs::read(entry.path()).at(entry.path())?;
            put(&fresh.join(relative), &bytes)?;
        }
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).at(folder)?;
    }
    fs::write(path, bytes).at(path)
}

fn remove(folder: &Path) -> Result<(), Fault> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error).at(folder),
        _ => Ok(()),
    }
}

/// Puts the fresh folder in the place of the site.
fn swap(site: &Path, fresh: &Path, old: &Path) -> Result<(), Fault> {
    if !site.exists() {
        return fs::rename(fresh, site).at(site);
    }
    if exchange(site, fresh) {
        return Ok(());
    }
    fs::rename(site, old).at(site)?;
    fs::rename(fresh, site)
        .or_else(|error| {
            fs::rename(old, site)?;
            Err(error)
        })
        .at(site)
}

/// Lets two folders change places in one step, where the system can.
#[cfg(target_os = "linux")]
fn exchange(site: &Path, fresh: &Path) -> bool {
    use rustix::fs::CWD;
    use rustix::fs::RenameFlags;
    rustix::fs::renameat_with(CWD, fresh, CWD, site, RenameFlags::EXCHANGE).is_ok()
}

/// Elsewhere it takes two steps.
#[cfg(not(target_os = "linux"))]
fn exchange(_site: &Path, _fresh: &Path) -> bool {
    false
}
