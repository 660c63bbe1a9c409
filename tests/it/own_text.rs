//! What a commune writes comes out on page and print: every sign letter by letter, every word of random texts
//! in the order in which it was written.

use std::fs;
use std::path::PathBuf;

use crate::page;
use crate::random::Random;
use crate::support;
use crate::support::Folder;

/// Between these lines stands what is read back.
const BEGIN: &str = "Lời xã:";
const END: &str = "Hết lời xã.";

/// The signs that a keyboard, Word or a telephone puts into a text, of those that the font has.
fn signs() -> Vec<char> {
    let ranges = [
        '\u{21}'..='\u{7E}',
        '\u{A1}'..='\u{AC}',
        '\u{AE}'..='\u{CF}',
        // The Icelandic letters that look like Đ and đ are read as these.
        '\u{D1}'..='\u{EF}',
        '\u{F1}'..='\u{FF}',
    ];
    let vietnamese = "ĂăĐđĨĩŨũƠơƯưẠạẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ";
    let typographic = "–—―‘’‚“”„†‡•…‰′″‹›⁄₫€№™Ω←↑→↓↔∂∆∏∑−√∞∩∫≈≠≤≥■□▪▲►▼◄◊○●◦";
    let keyboard = ranges.into_iter().flatten();
    let signs = keyboard.filter(|sign| !sign.is_ascii_alphanumeric());
    signs
        .chain(vietnamese.chars())
        .chain(typographic.chars())
        .collect()
}

/// The sample with these lines as its overview, built; the folder of its pages.
fn built(lines: &[String]) -> (Folder, PathBuf) {
    let folder = Folder::sample();
    let profile = folder.path().join("content/communes/xa-mau.yaml");
    let text = fs::read_to_string(&profile).expect("the profile");
    let mut own = format!("hien_trang:\n  tong_quan: |\n    {BEGIN}\n");
    for line in lines {
        own.push_str(&format!("    {line}\n"));
    }
    own.push_str(&format!("\n    {END}\n"));
    fs::write(&profile, text.replacen("hien_trang:\n", &own, 1)).expect("the profile");
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    let site = folder.path().join("output/site/xa-mau");
    (folder, site)
}

/// What stands between the two lines.
fn own(lines: &[String]) -> &[String] {
    let at = |wanted: &str| lines.iter().position(|line| line.trim() == wanted);
    let (start, end) = (at(BEGIN).expect("its begin"), at(END).expect("its end"));
    &lines[start + 1..end]
}

#[test]
fn every_sign_comes_out_letter_by_letter() {
    let mut written = Vec::new();
    for sign in signs() {
        written.push(format!(
            "X{sign}1{sign}{sign}Y2 {sign} 3{sign}Z {sign}{sign} Ư{sign}đ"
        ));
        for line in [
            format!("{sign}Đầu dòng"),
            format!("Cuối dòng{sign}"),
            format!("{sign}{sign}Đôi ở đầu"),
            format!("Đôi ở cuối{sign}{sign}"),
            format!("{sign} Rời ở đầu"),
            format!("Rời ở cuối {sign}"),
            format!("Giữa dòng {sign}ở đầu từ"),
            format!("Giữa dòng{sign} ở cuối từ"),
        ] {
            written.push(line);
        }
    }
    // An empty line keeps a small letter from going on above it.
    let lines: Vec<String> = written
        .iter()
        .flat_map(|line| [String::new(), line.clone()])
        .collect();
    let (_folder, site) = built(&lines);
    // At the head of a word the sign of the đồng is the letter that it was taken for.
    let read = |line: &String| line.replace("₫ở", "đở");
    let written: Vec<String> = written.iter().map(read).collect();
    let html = fs::read_to_string(site.join("phan-ii.html")).expect("the page");
    let shown = page::lines(&html);
    let shown: Vec<&str> = own(&shown)
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    for (written, shown) in written.iter().zip(&shown) {
        assert_eq!(written, shown);
    }
    assert_eq!(written.len(), shown.len());
    let print = page::print_lines(&site.join("ke-hoach.pdf"));
    let print = page::squeeze(&own(&print).join(" "));
    let mut from = 0;
    for line in &written {
        let line = page::squeeze(line);
        let found = print[from..].find(&line);
        let near: String = print[from..].chars().take(80).collect();
        // The number of a page may stand between two lines.
        let found = found.unwrap_or_else(|| panic!("not in the print: {line}, but {near}"));
        assert!(found <= 3, "something is printed before {line}: {near}");
        from += found + line.len();
    }
}

/// Words as an office writes them, none of which is a mark by itself.
const WORDS: [&str; 27] = [
    "xã",
    "Ủy",
    "ban",
    "máy",
    "tính",
    "600*800*1000",
    "5*8",
    r"C:\_du_lieu",
    r"\\10.1.2.3\chung",
    "a_b_c",
    "<5",
    "R&D",
    "2^3",
    "[x]",
    "~30",
    "`mã`",
    "#1",
    "+84",
    "https://a.vn/x_y?b=1&c=*",
    "đ)x",
    "1.240",
    "50%",
    "\"trích\"",
    "(*)",
    "Điều",
    "{x}",
    "Gender*",
];
const MARKS: [&str; 21] = [
    "-", "–", "—", "+", "•", "*", "●", "▪", "1.", "3.", "22.", "1)", "(1)", "(a)", "a)", "đ)",
    "1.1.", "1.1.2", "I.", "IV.", "A.",
];

/// Lines of a text, and the words that must come out of it.
fn random_text(random: &mut Random) -> (Vec<String>, Vec<String>) {
    let (mut lines, mut words) = (Vec::new(), Vec::new());
    for _ in 0..60 {
        let mut said: Vec<String> = (0..1 + random.below(12))
            .map(|_| random.pick(&WORDS).to_owned())
            .collect();
        match random.below(12) {
            0 => lines.push(String::new()),
            1..=5 => {
                let mark = random.pick(&MARKS).to_owned();
                // A mark without a closing sign is one before a capital only.
                said.insert(0, "Một".to_owned());
                lines.push(format!(
                    "{}{mark} {}",
                    " ".repeat(random.below(3) * 2),
                    said.join(" ")
                ));
                words.push(mark);
            }
            6 => {
                let n_cells = 2 + random.below(3);
                let parting = if random.below(2) == 0 { " | " } else { "\t" };
                lines.push(String::new());
                for _ in 0..2 + random.below(3) {
                    let cells: Vec<&str> = (0..n_cells).map(|_| random.pick(&WORDS)).collect();
                    words.extend(cells.iter().map(|cell| (*cell).to_owned()));
                    let row = cells.join(parting);
                    lines.push(if parting == "\t" {
                        row
                    } else {
                        format!("| {row} |")
                    });
                }
                lines.push(String::new());
                continue;
            }
            7 => {
                lines.push(format!("**Bảo đảm:** {}", said.join(" ")));
                words.extend(["Bảo".to_owned(), "đảm:".to_owned()]);
            }
            _ => lines.push(said.join(" ")),
        }
        if !lines.last().is_none_or(String::is_empty) {
            words.extend(said);
        }
    }
    (lines, words)
}

#[test]
fn every_word_of_a_text_comes_out_in_order() {
    for seed in ["một", "hai", "ba"] {
        let mut random = Random::new(seed);
        let (lines, words) = random_text(&mut random);
        let (_folder, site) = built(&lines);
        let html = fs::read_to_string(site.join("phan-ii.html")).expect("the page");
        let page = page::squeeze(&page::text(&html));
        let print = page::print_text(&site.join("ke-hoach.pdf"));
        for (name, shown) in [("page", page), ("print", print)] {
            let begin = page::squeeze(BEGIN);
            let mut from = shown.find(&begin).expect("its begin") + begin.len();
            for word in &words {
                let found = shown[from..].find(word.as_str()).filter(|at| *at <= 3);
                let near: String = shown[from..].chars().take(60).collect();
                let at =
                    found.unwrap_or_else(|| panic!("{seed}, {name}: {word} is not before {near}"));
                from += at + word.len();
            }
        }
    }
}
