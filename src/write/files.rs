//! Single files into a folder of the user's: what he goes on to edit, or what his editor reads.
//!
//! They lie among files that are not ours, so no folder changes place here: every file is first
//! written beside its place, and only when all are there do they take their names.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use super::At;
use super::Fault;
use super::FaultKind;
use super::put;
use crate::diagnostic::Diagnostics;
use crate::render::OutputSet;
use crate::source::Sources;

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It is ours to make anew.
    Replace,
    /// It is the user's: nothing is written at all.
    Refuse,
}

/// Writes the files below `folder`; a fault is reported and leaves what was there before.
pub fn write_files(
    outputs: &OutputSet,
    folder: &Path,
    existing: Existing,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<()> {
    let mut fresh = Vec::new();
    let written = prepare(outputs, folder, existing, &mut fresh).and_then(|()| {
        fresh
            .iter()
            .try_for_each(|(from, to)| fs::rename(from, to).at(to))
    });
    written
        .map_err(|fault| {
            for (from, _) in &fresh {
                // What has taken its name is there no longer under this one.
                let _ = fs::remove_file(from);
            }
            fault.report(sources, diagnostics);
        })
        .ok()
}

/// Writes each file under the name that it has until all are there; `fresh` tells which were begun.
fn prepare(
    outputs: &OutputSet,
    folder: &Path,
    existing: Existing,
    fresh: &mut Vec<(PathBuf, PathBuf)>,
) -> Result<(), Fault> {
    let places = || outputs.iter().map(|(path, _)| folder.join(path));
    if existing == Existing::Refuse
        && let Some(path) = places().find(|path| path.exists())
    {
        return Err(Fault {
            path,
            kind: FaultKind::Exists,
        });
    }
    for (path, (_, bytes)) in places().zip(outputs.iter()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let beside = path.with_file_name(format!(".{name}.moi"));
        fresh.push((beside.clone(), path));
        put(&beside, bytes)?;
    }
    Ok(())
}
