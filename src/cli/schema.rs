//! `xaso schema`: what an editor needs to complete and check a YAML file while it is typed.

use std::process::ExitCode;

use super::args::SchemaArgs;
use super::conclude;
use super::print;
use crate::pipeline::Session;

pub(super) fn run(args: &SchemaArgs) -> ExitCode {
    let mut session = Session::default();
    let written = session.write_schemas(&super::root(), &args.output);
    if let Some(names) = written {
        let folder = args.output.display();
        print(&format!("Đã ghi {} lược đồ vào {folder}:\n", names.len()));
        for name in names {
            print(&format!("  {name}\n"));
        }
        print("Đặt ở dòng đầu của hồ sơ: # yaml-language-server: $schema=../schema/xa.json\n");
    }
    conclude(&session)
}
