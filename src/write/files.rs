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

/// Writes the files below `folder`; a fault is reported.
///
/// A fault while they are written leaves what was there before. One while they take their names may
/// leave some of ours in their new state and others in the old; of files that were to be new, none
/// stays.
pub fn write_files(
    outputs: &OutputSet,
    folder: &Path,
    existing: Existing,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<()> {
    let mut fresh = Vec::new();
    let mut n_named = 0;
    let written = prepare(outputs, folder, existing, &mut fresh).and_then(|()| {
        fresh.iter().try_for_each(|(from, to)| {
            fs::rename(from, to).at(to)?;
            n_named += 1;
            Ok(())
        })
    });
    written
        .map_err(|fault| {
            for (from, _) in &fresh {
                // What has taken its name is there no longer under this one.
                let _ = fs::remove_file(from);
            }
            if existing == Existing::Refuse {
                for (_, to) in &fresh[..n_named] {
                    let _ = fs::remove_file(to);
                }
            }
            fault.report(sources, diagnostics);
        })
        .ok()
}

/// Reports the first file below `folder` that is there already.
pub fn refuse_taken(
    outputs: &OutputSet,
    folder: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<()> {
    let free = find_taken(outputs, folder);
    free.map_err(|fault| fault.report(sources, diagnostics))
        .ok()
}

fn find_taken(outputs: &OutputSet, folder: &Path) -> Result<(), Fault> {
    let mut places = outputs.iter().map(|(path, _)| folder.join(path));
    places.find(|path| path.exists()).map_or(Ok(()), |path| {
        let kind = FaultKind::Exists;
        Err(Fault { path, kind })
    })
}

/// Writes each file under the name that it has until all are there; `fresh` tells which were begun.
fn prepare(
    outputs: &OutputSet,
    folder: &Path,
    existing: Existing,
    fresh: &mut Vec<(PathBuf, PathBuf)>,
) -> Result<(), Fault> {
    if existing == Existing::Refuse {
        find_taken(outputs, folder)?;
    }
    for (path, bytes) in outputs.iter() {
        let path = folder.join(path);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let beside = path.with_file_name(format!(".{name}.moi"));
        fresh.push((beside.clone(), path));
        put(&beside, bytes)?;
    }
    Ok(())
}
