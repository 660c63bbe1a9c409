//! Which names a file may have so that it lies on every computer and under every address.
//!
//! A commune's plan bears the name of its profile: as a folder of the website, in links, and on the
//! Windows computers of those who copy it. What Windows refuses or changes in silence is told in
//! Microsoft's "Naming Files, Paths, and Namespaces"; what an address cannot hold as it is, in RFC 3986,
//! sections 2.2 and 2.4.

use unicode_normalization::UnicodeNormalization;

use super::fold;

/// Longer names leave no room for the rest of a path, which Windows limits to 260 letters.
const LONGEST_NAME: usize = 80;

/// Names of devices, which Windows takes for these whatever their ending: `con.yaml` as well.
const DEVICES: [&str; 26] = [
    "con", "prn", "aux", "nul", "conin$", "conout$", "com0", "com1", "com2", "com3", "com4",
    "com5", "com6", "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6",
    "lpt7", "lpt8", "lpt9",
];

/// Signs that Windows does not allow.
const FORBIDDEN: &str = "<>:\"/\\|?*";

/// Signs that end the path of an address or begin an escape in it.
const OF_ADDRESSES: &str = "#%?";

/// Why a name is not good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// It is that of a device.
    Device,
    /// It begins or ends with a blank, or ends with a dot: Windows drops these.
    Edge,
    /// It has a letter that Windows or an address does not allow, or one that nobody sees.
    Letter(char),
    /// It is longer than 80 letters.
    Long,
}

/// What is wrong with the name of a file or folder, without its ending; nothing where it is good.
pub fn name_fault(name: &str) -> Option<NameFault> {
    if let Some(letter) = name.chars().find(|letter| !is_safe(*letter)) {
        return Some(NameFault::Letter(letter));
    }
    if name.starts_with(' ') || name.ends_with([' ', '.']) {
        return Some(NameFault::Edge);
    }
    let device = name.split('.').next().unwrap_or(name).trim_end();
    // The superscript digits count as digits there.
    let device: String = device.nfkc().flat_map(char::to_lowercase).collect();
    if DEVICES.contains(&device.as_str()) {
        return Some(NameFault::Device);
    }
    (name.chars().count() > LONGEST_NAME).then_some(NameFault::Long)
}

/// What two names have in common that cannot both lie in one folder, on Windows or on a Mac: they do not
/// tell capitals from small letters, nor letters composed from those with their marks apart.
pub fn name_key(name: &str) -> String {
    let capitals = name.nfc().flat_map(char::to_uppercase);
    capitals.flat_map(char::to_lowercase).nfc().collect()
}

/// A name that is good everywhere for what bears another: small letters without marks, numbers, hyphens.
pub fn plain_name(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric());
    let mut plain = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        let length = plain.len() + 1 + word.len();
        // A name too long ends behind a word; its first word alone is cut.
        if !plain.is_empty() && length > LONGEST_NAME / 2 {
            break;
        }
        if !plain.is_empty() {
            plain.push('-');
        }
        plain.push_str(word);
    }
    plain.truncate(LONGEST_NAME / 2);
    match name_fault(&plain) {
        None if !plain.is_empty() => plain,
        _ => format!("xa-{plain}").trim_end_matches('-').to_owned(),
    }
}

/// Whether a letter may stand in a name: no control or invisible sign, none that turns the line around.
fn is_safe(letter: char) -> bool {
    let is_invisible = matches!(u32::from(letter),
        0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F
        | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F
        | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFD | 0xE0000..=0xE0FFF);
    let is_blank = letter != ' ' && letter.is_whitespace();
    !letter.is_control()
        && !is_invisible
        && !is_blank
        && !FORBIDDEN.contains(letter)
        && !OF_ADDRESSES.contains(letter)
}

#[cfg(test)]
mod tests {
    use super::NameFault;
    use super::name_fault;
    use super::name_key;
    use super::plain_name;

    #[test]
    fn names_that_windows_or_an_address_does_not_bear() {
        for name in [
            "xa-minh-son",
            "Xã Minh Sơn (1)",
            "con-cuong",
            "aux-tin",
            "com10",
            "v1.2",
            "null",
            "xa_1",
        ] {
            assert_eq!(name_fault(name), None, "{name}");
        }
        for name in ["con", "CON", "Nul.cu", "lpt9", "COM¹", "aux .x", "conIn$"] {
            assert_eq!(name_fault(name), Some(NameFault::Device), "{name}");
        }
        for name in ["xa ", " xa", "xa.", "xa. ."] {
            assert_eq!(name_fault(name), Some(NameFault::Edge), "{name:?}");
        }
        for letter in
            "<>:\"\\|?*#%\r\n\u{1b}\u{7f}\u{85}\u{202e}\u{200b}\u{a0}\u{2028}\u{feff}".chars()
        {
            let name = format!("xa{letter}1");
            assert_eq!(
                name_fault(&name),
                Some(NameFault::Letter(letter)),
                "{name:?}"
            );
        }
        assert_eq!(name_fault(&"x".repeat(81)), Some(NameFault::Long));
    }

    #[test]
    fn better_names() {
        for (name, better) in [
            ("xã Minh Sơn #1", "xa-minh-son-1"),
            ("con", "xa-con"),
            ("xa-a ", "xa-a"),
            ("\u{202e}", "xa"),
            ("中", "xa"),
        ] {
            assert_eq!(plain_name(name), better, "{name}");
        }
        let long = plain_name(&"xa ".repeat(100));
        assert_eq!(name_fault(&long), None, "{long}");
    }

    #[test]
    fn names_that_fall_together() {
        for (one, other) in [
            ("xa-a", "Xa-A"),
            ("xã", "xa\u{303}"),
            ("ĐÔNG", "đông"),
            ("xa-\u{212a}", "xa-k"),
            ("ﬁ", "fi"),
        ] {
            assert_eq!(name_key(one), name_key(other), "{one} {other}");
        }
        assert_ne!(name_key("xa-a"), name_key("xã-a"));
        assert_ne!(name_key("xa-d"), name_key("xa-đ"));
    }
}
