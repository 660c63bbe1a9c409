//! Inputs that were there and cannot be read any more: whatever stands in their place, there is an error
//! and nothing that was published is replaced.

use std::fs;
use std::path::Path;

use crate::support::Folder;
use crate::support::transcript;
use crate::support::xaso;

/// What is done to a folder that was built.
type Spoil = fn(&Path) -> std::io::Result<()>;

fn a_file(path: &Path) -> std::io::Result<()> {
    fs::remove_dir_all(path)?;
    fs::write(path, "no folder")
}

#[cfg(unix)]
fn a_loop(path: &Path) -> std::io::Result<()> {
    fs::remove_dir_all(path)?;
    std::os::unix::fs::symlink(path, path)
}

#[cfg(unix)]
fn a_link_to_nothing(path: &Path) -> std::io::Result<()> {
    fs::remove_file(path)?;
    std::os::unix::fs::symlink("nowhere", path)
}

#[test]
fn nothing_published_is_replaced_by_inputs_that_cannot_be_read() {
    let mut cases: Vec<(&str, Spoil)> = vec![
        ("content is a file", |root| a_file(&root.join("content"))),
        ("the profiles are a file", |root| {
            a_file(&root.join("content/communes"))
        }),
        ("budgets is a file", |root| a_file(&root.join("budgets"))),
        ("content is away", |root| {
            fs::remove_dir_all(root.join("content"))
        }),
        ("the profiles are away", |root| {
            fs::remove_dir_all(root.join("content/communes"))
        }),
    ];
    #[cfg(unix)]
    cases.extend::<[(&str, Spoil); 5]>([
        ("content is a loop", |root| a_loop(&root.join("content"))),
        ("the profiles are a loop", |root| {
            a_loop(&root.join("content/communes"))
        }),
        ("budgets is a loop", |root| a_loop(&root.join("budgets"))),
        ("the profile leads nowhere", |root| {
            a_link_to_nothing(&root.join("content/communes/xa-mau.yaml"))
        }),
        ("the estimate leads nowhere", |root| {
            a_link_to_nothing(&root.join("budgets/xa-mau.xlsx"))
        }),
    ]);
    for (name, spoil) in cases {
        let folder = Folder::sample();
        let built = xaso(folder.path(), &["build"]);
        assert!(built.status.success(), "{}", transcript(&built));
        let page = folder.path().join("output/site/xa-mau/index.html");
        assert!(page.exists());
        spoil(folder.path()).expect("spoilt");
        let again = xaso(folder.path(), &["build"]);
        let seen = transcript(&again);
        assert!(!again.status.success(), "{name}: {seen}");
        assert!(seen.contains("lỗi[XS"), "{name}: {seen}");
        assert!(page.exists(), "{name}: the plan is gone");
    }
}

#[test]
fn a_letter_of_another_encoding_is_told_of_at_its_line() {
    let folder = Folder::sample();
    let path = folder.path().join("content/communes/xa-mau.yaml");
    let profile = fs::read_to_string(&path).expect("the profile");
    let (before, behind) = profile.split_once("Chủ tịch").expect("the office");
    let bytes = [before.as_bytes(), b"Ch\xF9 tr\xEC", behind.as_bytes()];
    fs::write(&path, bytes.concat()).expect("a broken profile");
    let said = transcript(&xaso(folder.path(), &["check"]));
    assert!(
        said.contains("1 dòng có chữ hỏng (dòng 19)") && said.contains("xa-mau.yaml:19:14"),
        "{said}"
    );
}
