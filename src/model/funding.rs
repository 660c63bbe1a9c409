//! Whose money pays: the sources of Phụ lục II and what people write for them.
//!
//! A source is a level of the budget, the units that pay for themselves, or money from outside the
//! budget. What names none of them alone (ngân sách nhà nước, vốn đầu tư công, a fund) is asked about;
//! no word is ever taken for, or led to, another level than it names.

use super::Levels;
use super::fold;

/// Whose money pays: a column of Phụ lục II.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FundingSource {
    /// Ngân sách trung ương.
    Centre,
    /// A national target programme, whatever level hands its money on.
    NationalProgramme,
    /// Ngân sách tỉnh, or of the city under the centre.
    Province,
    /// Ngân sách huyện, only in a plan of three levels.
    District,
    /// Ngân sách xã.
    Commune,
    /// Các đơn vị tự thanh toán.
    SelfPaid,
    /// Xã hội hóa: companies, organisations and people.
    Private,
}

impl FundingSource {
    /// The sources in the order of the columns.
    pub const ALL: [Self; 7] = [
        Self::Centre,
        Self::NationalProgramme,
        Self::Province,
        Self::District,
        Self::Commune,
        Self::SelfPaid,
        Self::Private,
    ];

    /// Whether the form of Phụ lục II has its column in every plan of the level.
    fn is_of_the_form(self, has_district: bool) -> bool {
        match self {
            Self::Province | Self::Commune | Self::SelfPaid => true,
            Self::District => has_district,
            Self::Centre | Self::NationalProgramme | Self::Private => false,
        }
    }

    /// The sources that a plan shows: those of the form, Huyện only where the plan has three levels,
    /// and those beside that it uses.
    pub fn of_plan(has_district: bool, used: impl Fn(Self) -> bool) -> Vec<Self> {
        let all = Self::ALL.into_iter();
        all.filter(|source| source.is_of_the_form(has_district) || used(*source))
            .collect()
    }

    /// What a cost line writes for it where the levels are these.
    pub fn written(self, levels: Levels) -> &'static str {
        match self {
            Self::Centre => "Trung ương",
            Self::NationalProgramme => "Chương trình mục tiêu quốc gia",
            Self::Province => levels.province.capitalised(),
            Self::District => "Huyện",
            Self::Commune => levels.commune.capitalised(),
            Self::SelfPaid => "Tự thanh toán",
            Self::Private => "Xã hội hóa",
        }
    }

    /// The source that a text names; marks, case and what surrounds the name ("Nguồn ngân sách … hỗ
    /// trợ") do not count. Nothing where it names none, or does not say which.
    pub fn named(text: &str) -> Option<Self> {
        let folded = fold(text);
        let mut rest = folded.trim_matches(is_sign);
        if let Some((before, _)) = rest.split_once(" (") {
            rest = before;
        }
        loop {
            if is_programme(rest) {
                return Some(Self::NationalProgramme);
            }
            let mut lists = NAMES.iter();
            let known = lists.find(|(_, names)| names.contains(&rest));
            if let Some((source, _)) = known {
                return Some(*source);
            }
            let mut before = BEFORE.iter();
            let mut behind = BEHIND.iter();
            rest = before
                .find_map(|word| rest.strip_prefix(word)?.strip_prefix([' ', '.']))
                .or_else(|| behind.find_map(|word| rest.strip_suffix(word)?.strip_suffix(' ')))?
                .trim_matches(is_sign);
        }
    }
}

fn is_sign(letter: char) -> bool {
    letter.is_whitespace() || "-–+:;,.".contains(letter)
}

/// What may stand before the name of a source, without marks; the longer first.
const BEFORE: [&str; 15] = [
    "du phong",
    "ket du",
    "ngan sach nha nuoc",
    "ngan sach",
    "nguon von",
    "kinh phi",
    "nguon",
    "nsnn",
    "von",
    "chi tu",
    "tu",
    "do",
    "ns",
    "cap",
    "ubnd",
];

/// What may stand behind it.
const BEHIND: [&str; 6] = ["ho tro", "cap", "bo tri", "giao", "bao dam", "dam bao"];

/// What people write for each source, without marks and without the words around it.
const NAMES: [(FundingSource, &[&str]); 7] = [
    (
        FundingSource::Centre,
        &["trung uong", "tw", "nstw", "nsnntw", "nsttw"],
    ),
    (
        FundingSource::NationalProgramme,
        &[
            "chuong trinh muc tieu quoc gia",
            "chuong trinh mtqg",
            "ct mtqg",
            "ctmtqg",
            "mtqg",
            "muc tieu quoc gia",
        ],
    ),
    (
        FundingSource::Province,
        &["tinh", "nst", "thanh pho", "tp", "nstp"],
    ),
    (
        FundingSource::District,
        &["huyen", "nsh", "quan", "nsq", "thi xa"],
    ),
    (
        FundingSource::Commune,
        &["xa", "nsx", "phuong", "nsp", "dac khu", "nsdk"],
    ),
    (
        FundingSource::SelfPaid,
        &[
            "tu thanh toan",
            "don vi tu thanh toan",
            "cac don vi tu thanh toan",
            "tu chi tra",
            "don vi tu chi tra",
            "cac don vi tu chi tra",
            "tu bao dam",
            "tu dam bao",
            "don vi tu bao dam",
            "tu co",
            "tu co cua don vi",
            "thu su nghiep",
            "thu su nghiep cua don vi",
            "thu hop phap cua don vi",
            "quy phat trien hoat dong su nghiep",
        ],
    ),
    (
        FundingSource::Private,
        &[
            "xa hoi hoa",
            "xhh",
            "ngoai ngan sach",
            "ngoai ngan sach nha nuoc",
            "ngoai nsnn",
            "ngoai ns",
            "ngoai nha nuoc",
            "tu nhan",
            "doanh nghiep",
            "cac doanh nghiep",
            "cua doanh nghiep",
            "doanh nghiep dau tu",
            "doanh nghiep dong gop",
            "doanh nghiep tai tro",
            "doanh nghiep vien thong",
            "dn",
            "tai tro",
            "tai tro cua doanh nghiep",
            "huy dong",
            "huy dong xa hoi hoa",
            "huy dong doanh nghiep",
            "dong gop",
            "dong gop cua nhan dan",
            "dong gop cua nguoi dan",
            "dong gop cua doanh nghiep",
            "nhan dan dong gop",
            "nguoi dan dong gop",
            "dan dong gop",
        ],
    ),
];

/// What the national target programmes are called, without marks, behind the words for such a programme.
const PROGRAMMES: [&str; 10] = [
    "xay dung nong thon moi",
    "nong thon moi",
    "xay dung ntm",
    "ntm",
    "giam ngheo ben vung",
    "giam ngheo",
    "gnbv",
    "phat trien van hoa",
    "dan toc thieu so",
    "dan toc thieu so va mien nui",
];

/// Whether a text, folded, is the name of a national target programme: "CTMTQG giảm nghèo bền vững".
fn is_programme(text: &str) -> bool {
    let programme =
        |(source, _): &&(FundingSource, &[&str])| *source == FundingSource::NationalProgramme;
    let words = NAMES.iter().find(programme);
    let mut words = words.into_iter().flat_map(|(_, words)| words.iter());
    words.any(|word| {
        let name = text
            .strip_prefix(word)
            .and_then(|rest| rest.strip_prefix(' '));
        let name = name.map(|name| name.strip_prefix("ve ").unwrap_or(name));
        name.is_some_and(|name| PROGRAMMES.contains(&name.trim_matches(is_sign)))
    })
}

#[cfg(test)]
mod tests {
    use super::FundingSource;

    #[test]
    fn what_people_write_names_a_source() {
        let named = FundingSource::named;
        for (source, texts) in [
            (
                FundingSource::Centre,
                &[
                    "Trung ương",
                    "NSTW",
                    "Ngân sách Trung ương",
                    "NS TW",
                    "vốn trung ương hỗ trợ",
                ][..],
            ),
            (
                FundingSource::NationalProgramme,
                &[
                    "CTMTQG",
                    "Chương trình mục tiêu quốc gia",
                    "Vốn CT MTQG",
                    "nguồn vốn ctmtqg",
                    "CTMTQG giảm nghèo bền vững",
                    "Chương trình MTQG nông thôn mới (NSTW)",
                    "Vốn CTMTQG xây dựng NTM",
                ],
            ),
            (
                FundingSource::Province,
                &[
                    "Tỉnh",
                    "NST",
                    "NS tỉnh",
                    "Ngân sách cấp tỉnh",
                    "ngân sách nhà nước cấp tỉnh",
                    "NSTP",
                    "NS TP",
                    "TP.",
                    "NS.TP",
                    "Ngân sách thành phố",
                    "tỉnh hỗ trợ",
                    "Ngân sách tỉnh (chi thường xuyên)",
                ],
            ),
            (
                FundingSource::District,
                &["huyện", "NS huyện", "ngân sách quận", "thị xã"],
            ),
            (
                FundingSource::Commune,
                &["NS xã", "ngân sách phường", "Đặc khu", "NSX", "- xã"],
            ),
            (
                FundingSource::SelfPaid,
                &[
                    "Các đơn vị tự thanh toán",
                    "tự chi trả",
                    "nguồn thu sự nghiệp",
                    "Vốn tự có",
                ],
            ),
            (
                FundingSource::Private,
                &[
                    "XHH",
                    "Xã hội hóa",
                    "xã hội hoá",
                    "Vốn ngoài ngân sách",
                    "doanh nghiệp",
                    "nhân dân đóng góp",
                    "Ngoài NSNN",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(named(text), Some(source), "{text}");
            }
        }
        for text in [
            "",
            "-",
            "NSNN",
            "NSĐP",
            "ngân sách",
            "ngân sách nhà nước",
            "nguồn",
            "vốn sự nghiệp",
            "vốn đầu tư công",
            "ODA",
            "Quỹ",
            "tỉnh, xã",
            "ngân sách thôn",
            "ngân sách liên xã",
            "nguồn khác",
            "xã hội",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
    }
}
