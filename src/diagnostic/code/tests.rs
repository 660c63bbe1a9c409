//! The codes and their explanations.

use super::Code;

#[test]
fn every_code_is_explained_in_order() {
    let explained = include_str!("../../../content/rules.yaml");
    let explained = explained
        .lines()
        .filter_map(|line| line.strip_prefix("- ma: "));
    let codes = Code::ALL.iter().map(ToString::to_string);
    assert!(explained.eq(codes), "content/rules.yaml has other codes");
}

#[test]
fn codes_ascend_so_none_is_there_twice() {
    assert!(Code::ALL.windows(2).all(|pair| pair[0] < pair[1]));
}
