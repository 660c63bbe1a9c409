//! The figures of a plan against its targets.
//!
//! The table of part III, the summary and Phụ lục V hold the targets of the profile and no others, with its values
//! and in its order. No other figure with "%" stands in the plan or its guidance. A text that says that something
//! reaches the level of the plan speaks of a target that is in it.

use super::draw::Profile;
use super::draw::Target;
use super::pages::Pages;
use crate::page;

/// How a text says that a target is reached.
const LEVEL: &str = "mức Kế hoạch đề ra";

/// What texts say of a target, and its code.
const SUBJECTS: [(&str, &str); 23] = [
    ("văn bản đi được ký số", "CQS-01"),
    (
        "văn bản được gửi, nhận và xử lý trên môi trường mạng",
        "CQS-02",
    ),
    ("hồ sơ công việc được xử lý trên môi trường mạng", "CQS-03"),
    ("chứng thư số", "CQS-04"),
    (
        "thủ tục hành chính được tiếp nhận, giải quyết trên hệ thống",
        "CQS-05",
    ),
    ("kết quả thủ tục hành chính còn hiệu lực", "CQS-06"),
    ("kết quả còn hiệu lực", "CQS-06"),
    ("được tập huấn", "CQS-08"),
    ("mã độc", "CQS-09"),
    ("có máy tính", "CQS-10"),
    ("hộp thư công vụ", "CQS-11"),
    ("số điện thoại đại diện", "CQS-12"),
    ("hài lòng", "CQS-30"),
    ("tự ký số", "CQS-32"),
    ("được quảng bá trên mạng", "KTS-01"),
    ("được giới thiệu trên mạng", "KTS-01"),
    ("mã địa chỉ số", "KTS-02"),
    ("tài khoản thanh toán điện tử", "KTS-03"),
    ("tem truy xuất", "KTS-04"),
    ("nền tảng số trong quản lý, dạy và học", "XHS-01"),
    ("cáp quang", "XHS-02"),
    ("phổ biến kỹ năng số", "XHS-04"),
    ("sóng di động", "XHS-07"),
];

/// Where a figure stands against a target.
pub(crate) fn faults(profile: &Profile, pages: &Pages) -> Vec<String> {
    let mut found = Vec::new();
    table(profile, pages, &mut found);
    measures(profile, pages, &mut found);
    for (page, lines) in pages.lines() {
        for line in &lines {
            shares(profile, page, line, &mut found);
            if line.contains(LEVEL) {
                for sentence in line.split([';', '.']) {
                    level(profile, page, sentence, &mut found);
                }
            }
        }
    }
    found
}

/// The targets in the order of a plan: by pillar, then as the profile has them.
fn ordered(profile: &Profile) -> Vec<&Target> {
    let pillars = ["chinh_quyen_so", "kinh_te_so", "xa_hoi_so"];
    let targets = |pillar| profile.targets.iter().filter(move |it| it.pillar == pillar);
    pillars.into_iter().flat_map(targets).collect()
}

fn table(profile: &Profile, pages: &Pages, found: &mut Vec<String>) {
    let n_cells = 4 + profile.years.len();
    let seen = pages.rows("phan-iii.html", "chi-tieu", n_cells);
    let wanted = ordered(profile).into_iter().map(|target| {
        let head = [&target.code, &target.name, &target.unit].map(String::clone);
        let figures = std::iter::once(&target.baseline).chain(&target.values);
        let figures = figures.map(|figure| figure.shown());
        head.into_iter().chain(figures).collect()
    });
    let wanted: Vec<Vec<String>> = wanted.collect();
    if seen != wanted {
        found.push(format!("part III has {seen:?}, not {wanted:?}"));
    }
}

/// Where the summary of a print, white space left out, says something else of the targets: "Chính quyền số có 3 chỉ
/// tiêu, trong đó tỷ lệ …: 85% vào năm 2028; …".
pub(crate) fn summary(profile: &Profile, print: &str) -> Vec<String> {
    let names = [
        ("chinh_quyen_so", "Chính quyền số"),
        ("kinh_te_so", "Kinh tế số"),
        ("xa_hoi_so", "Xã hội số"),
    ];
    let print = print.to_lowercase();
    let last = profile.years[profile.years.len() - 1];
    let mut found = Vec::new();
    for (pillar, name) in names {
        let targets = profile.targets.iter().filter(|it| it.pillar == pillar);
        let targets: Vec<&Target> = targets.collect();
        let head = format!("{name} có {} chỉ tiêu, trong đó ", targets.len());
        let wanted = targets.first().map(|first| {
            let value = first.values[first.values.len() - 1].shown();
            let (target, unit) = (&first.name, &first.unit);
            let wanted = format!("{head}{target}: {value}{unit} vào năm {last}");
            page::squeeze(&wanted).to_lowercase()
        });
        let head = page::squeeze(&head).to_lowercase();
        let holds = match &wanted {
            Some(wanted) => print.contains(wanted),
            None => !print.contains(&head),
        };
        if !holds {
            found.push(format!("the summary says something else than {wanted:?}"));
        }
    }
    found
}

fn measures(profile: &Profile, pages: &Pages, found: &mut Vec<String>) {
    let rows = pages.rows("phu-luc-v.html", "cach-do", 5);
    let seen: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    let wanted: Vec<&str> = ordered(profile).iter().map(|it| it.code.as_str()).collect();
    if seen != wanted {
        found.push(format!("Phụ lục V measures {seen:?}, not {wanted:?}"));
    }
}

/// A figure with "%" is a value of a target whose name or code stands beside it.
fn shares(profile: &Profile, page: &str, line: &str, found: &mut Vec<String>) {
    for (at, _) in line.match_indices('%') {
        let digits = |letter: char| letter.is_ascii_digit() || letter == ',';
        let figure = line[..at].trim_end();
        let start = figure.trim_end_matches(digits).len();
        let figure = &figure[start..];
        if figure.is_empty() {
            continue;
        }
        let lower = line.to_lowercase();
        let mut targets = profile.targets.iter();
        let is_one = targets.any(|target| {
            let is_named =
                line.contains(&target.code) || lower.contains(&target.name.to_lowercase());
            let mut figures = std::iter::once(&target.baseline).chain(&target.values);
            is_named && figures.any(|value| value.shown() == figure)
        });
        if !is_one {
            found.push(format!("{page}: {figure}% of no target: {line}"));
        }
    }
}

fn level(profile: &Profile, page: &str, sentence: &str, found: &mut Vec<String>) {
    if !sentence.contains(LEVEL) {
        return;
    }
    let said = sentence.to_lowercase();
    let meant = SUBJECTS
        .iter()
        .filter(|(subject, _)| said.contains(subject));
    let meant: Vec<&str> = meant.map(|(_, code)| *code).collect();
    let is_set = |code: &&str| profile.targets.iter().any(|it| it.code == **code);
    if meant.is_empty() || !meant.iter().all(is_set) {
        found.push(format!("{page}: a level of {meant:?}, not set: {sentence}"));
    }
}
