//! Faults in a text or in bytes: parts cut out, doubled, moved and swapped, and words put in that mean
//! something to the reader.

use super::random::Random;

/// Words that mean something in YAML and in profiles.
pub(crate) const YAML: &[&str] = &[
    ":",
    ": ",
    "- ",
    "-",
    "\n",
    "\t",
    "  ",
    "    ",
    "#",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    "|",
    ">",
    "|2+",
    "&a ",
    "*a",
    "!!str ",
    "!!binary ",
    "? ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "<<: ",
    "null",
    "~",
    "true",
    "có",
    "không",
    "\u{feff}",
    "\u{0}",
    "\u{301}",
    "\u{202e}",
    "…",
    "1.200.000",
    "30/6/2027",
    "31/02/2027",
    "-1",
    "1e309",
    "0x10",
    "1_000",
    "999999999999999999999",
    "2027",
    "{2027: 1}",
    "xa:",
    "muc_tieu:",
    "thanh_phan:",
    "nhiem_vu:",
    "khong_chon:",
    "dong:",
    "van_ban:",
    "quy_tac:",
    "ma: ",
    "HTS7",
    "UDCQS6",
    "NV-01",
    "CQS-01",
    "XS0401",
    "tat",
    "I.3",
    "I.1.9.1.1.1.1",
    "giai_doan:",
    "kinh_phi: {tran: 1}",
    "cap_huyen: true",
    "\r\n",
    "\r",
    "\\u0041",
    "\\x",
    "{{ xa.ten }}",
    "{{",
    "}}",
    "{{ don_vi.thon }}",
    "<script>",
    "&#x41;",
];

/// Words that mean something in an estimate in YAML, besides those of [`YAML`].
pub(crate) const ESTIMATE: &[&str] = &[
    ", ",
    ">-",
    "du_toan:",
    "du_toan: []\n",
    "  - {}\n",
    "dong: ",
    "thanh_phan: ",
    "noi_dung: ",
    "don_vi: ",
    "so_luong: ",
    "don_gia: ",
    "thanh_tien: ",
    "loai: ",
    "nam: ",
    "nguon: ",
    "ghi_chu: ",
    "I.1.8",
    "I.1",
    "IV",
    "HTS99",
    "Đầu tư",
    "thue hang nam",
    "Xã",
    "Huyện",
    "Tự thanh toán",
    "tháng",
    "0",
    "0.333333",
    "0,5",
    "1.200.000 đ",
    "1,2 tỷ",
    ".inf",
    ".nan",
    "999999999999999",
    "0.0000000000000000001",
];

/// Words that mean something in Markdown and in front matter.
pub(crate) const MARKDOWN: &[&str] = &[
    "---\n",
    "## ",
    "# ",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "![",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "http://a",
    "javascript:a",
    "|",
    "|-|\n",
    "\n\n",
    "\n",
    "    ",
    "\t",
    "\\",
    "{{ xa.ten }}",
    "{{ xa.",
    "{{",
    "}}",
    "{{ don_vi.thon }}",
    "&amp;",
    "&#0;",
    "\u{0}",
    "\u{301}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "ma: ",
    "phu_thuoc:",
    "mot_trong: []",
    "nguon:",
    "tai_lieu: ",
    "dong: I.1",
    "cap: tinh",
    "giai_doan: 4",
    "[^1]",
    "[^1]: a",
    "- [ ] a",
    "~~",
    "***",
    "===\n",
    "\r\n",
    "😀",
    "中",
    "ء",
];

/// A text of the corpus with a few faults.
pub(crate) fn mutate(random: &mut Random, corpus: &[Vec<u8>], words: &[&str]) -> Vec<u8> {
    let mut text = corpus[random.below(corpus.len())].clone();
    for _ in 0..=random.below(6) {
        fault(random, &mut text, corpus, words);
    }
    // A few are as large as the program reads, not a whole batch.
    let most = if random.below(1000) == 0 { 900 } else { 40 };
    text.truncate(most * 1024);
    text
}

fn fault(random: &mut Random, text: &mut Vec<u8>, corpus: &[Vec<u8>], words: &[&str]) {
    let at = random.below(text.len() + 1);
    let length = random.below(40);
    let end = (at + length).min(text.len());
    match random.below(10) {
        0 => {
            text.drain(at..end);
        }
        1 => {
            let part = text[at..end].to_vec();
            text.splice(at..at, part);
        }
        2 => {
            // A stretch of lines somewhere else.
            let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
            let from = random.below(lines.len().max(1));
            let until = (from + 1 + random.below(8)).min(lines.len());
            let part = lines.get(from..until).unwrap_or_default().concat();
            text.splice(at..at, part);
        }
        3 => {
            if let Some(byte) = text.get_mut(at) {
                *byte ^= 1 << random.below(8);
            }
        }
        4 => text.truncate(at),
        5 => {
            let other = &corpus[random.below(corpus.len())];
            let from = random.below(other.len() + 1);
            let until = (from + random.below(400)).min(other.len());
            text.splice(at..end, other[from..until].iter().copied());
        }
        6 => {
            // Very many of the same.
            let word = random.pick(words).repeat(random.below(3000));
            text.splice(at..at, word.into_bytes());
        }
        7 => {
            // The indentation of a line.
            let start = text[..at].iter().rposition(|byte| *byte == b'\n');
            let start = start.map_or(0, |index| index + 1);
            if random.below(2) == 0 {
                text.splice(start..start, *b"  ");
            } else if text[start..].starts_with(b"  ") {
                text.drain(start..start + 2);
            }
        }
        _ => {
            let word = random.pick(words);
            text.splice(at..end.min(at + random.below(12)), word.bytes());
        }
    }
}
