//! What the tests share: folders that vanish, the real binary, workbooks out of text grids.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering;

use rust_xlsxwriter::Workbook;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A folder of its own for a test, removed at the end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("xaso-test-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    /// The sample of `tests/cases/base`, its estimate a workbook.
    pub(crate) fn sample() -> Self {
        let folder = Self::sample_as_grid();
        grids_to_workbooks(folder.path());
        folder
    }

    /// The sample of `tests/cases/base`, its estimate still a grid that a test may edit.
    pub(crate) fn sample_as_grid() -> Self {
        let folder = Self::new();
        copy_below(&project().join("tests/cases/base"), folder.path());
        folder
    }

    /// Its path.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The project's folder.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the real binary in a folder.
pub(crate) fn xaso(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xaso"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the binary runs")
}

/// Both streams and the exit code, as a person sees them.
pub(crate) fn transcript(output: &Output) -> String {
    format!(
        "{}{}mã thoát: {}\n",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
        output.status.code().unwrap_or(-1)
    )
}

/// Every file below a folder, as paths with `/`, in order.
pub(crate) fn files_below(folder: &Path) -> Vec<String> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("a readable folder"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let relative = entry.path().strip_prefix(folder).expect("a path below");
            relative.to_string_lossy().replace('\\', "/")
        })
        .collect()
}

/// Copies every file below `from` to `to`.
pub(crate) fn copy_below(from: &Path, to: &Path) {
    for path in files_below(from) {
        let target = to.join(&path);
        fs::create_dir_all(target.parent().expect("a parent")).expect("a folder");
        fs::copy(from.join(&path), target).expect("a copied file");
    }
}

/// Turns every `.grid` below `budgets/` into a workbook: a line a row, cells parted by tabs, a cell
/// that looks like a number is one.
pub(crate) fn grids_to_workbooks(folder: &Path) {
    for path in files_below(&folder.join("budgets")) {
        let Some(stem) = path.strip_suffix(".grid") else {
            continue;
        };
        let grid = folder.join("budgets").join(&path);
        let text = fs::read_to_string(&grid).expect("a grid");
        let mut workbook = Workbook::new();
        let sheet = workbook
            .add_worksheet()
            .set_name("Dự toán")
            .expect("a sheet name");
        for (row, line) in (0..).zip(text.lines()) {
            for (column, cell) in (0..).zip(line.split('\t')) {
                let written = match cell.parse::<f64>() {
                    _ if cell.is_empty() => continue,
                    Ok(number) => sheet.write_number(row, column, number),
                    Err(_) => sheet.write_string(row, column, cell),
                };
                written.expect("a cell");
            }
        }
        workbook
            .save(folder.join("budgets").join(format!("{stem}.xlsx")))
            .expect("a workbook");
        fs::remove_file(grid).expect("the grid has served");
    }
}
