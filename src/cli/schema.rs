//! `xaso schema`: what an editor needs to complete and check a YAML file while it is typed.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::args::SchemaArgs;
use super::conclude;
use super::print;
use crate::pipeline::Session;

pub(super) fn run(args: &SchemaArgs) -> io::Result<ExitCode> {
    let mut session = Session::default();
    let written = session.write_schemas(&super::files(), &args.output);
    if let Some(names) = written {
        let folder = args.output.display();
        print(&format!("Đã ghi {} lược đồ vào {folder}:\n", names.len()))?;
        for name in names {
            print(&format!("  {name}\n"))?;
        }
        let folder = from_profiles(&args.output);
        print(&format!(
            "Đặt ở dòng đầu của hồ sơ: # yaml-language-server: $schema={folder}/xa.json\n"
        ))?;
    }
    Ok(conclude(&session))
}

/// A folder as the profiles in `content/communes` name it.
fn from_profiles(folder: &Path) -> String {
    if folder.is_absolute() {
        return folder.display().to_string();
    }
    let parts = folder.components();
    let parts: Vec<_> = parts
        .map(|part| part.as_os_str().to_string_lossy())
        .filter(|part| part != ".")
        .collect();
    match parts.split_first() {
        Some((first, rest)) if first == "content" => [&["..".into()], rest].concat().join("/"),
        _ => [&["..".into(), "..".into()], &*parts].concat().join("/"),
    }
}

#[cfg(test)]
mod tests {
    use super::from_profiles;
    use std::path::Path;

    #[test]
    fn a_profile_finds_its_schema_wherever_it_is_written() {
        for (folder, named) in [
            ("content/schema", "../schema"),
            ("./content/schema/", "../schema"),
            ("luoc-do", "../../luoc-do"),
            ("../chung/luoc-do", "../../../chung/luoc-do"),
            (".", "../.."),
        ] {
            assert_eq!(from_profiles(Path::new(folder)), named, "{folder}");
        }
    }
}
