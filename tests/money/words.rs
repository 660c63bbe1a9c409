//! Amounts in words against `amounts.txt`: an amount and its words a line, written by other rules than
//! the program's.
//!
//! The words are those of a state document: linh (not lẻ) for a missing ten, không trăm for a missing
//! hundred behind a higher group, mốt, tư and lăm behind mươi, but một and bốn behind mười and linh, lăm
//! behind mười; a group of zeros is not read; above tỷ the groups begin anew (nghìn tỷ).

use std::collections::BTreeSet;

use xaso::model::Dong;
use xaso::model::vietnamese::in_words;

#[test]
fn amounts_in_words_are_those_of_the_table() {
    let mut seen = BTreeSet::new();
    for line in include_str!("amounts.txt").lines() {
        let (amount, words) = line.split_once('\t').expect("an amount and its words");
        let amount = amount.parse().expect("a number");
        assert!(seen.insert(amount), "{amount} stands there twice");
        let dong = Dong::new(amount).expect("an amount in range");
        assert_eq!(in_words(dong), words, "{amount}");
    }
    assert!(seen.len() >= 300);
    assert!(seen.contains(&0) && seen.contains(&999_999_999_999_999));
}
