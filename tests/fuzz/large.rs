//! Large inputs, each of one kind of thing in great number: what a reader does for each of them must not
//! go through all the others.

/// A way to make the small sample large.
pub(crate) struct Large {
    /// What there is much of.
    pub name: &'static str,
    /// The line of the sample that it stands behind, or in place of.
    line: &'static str,
    /// So many of it; the line stays where it has none of its own.
    of: fn(usize) -> String,
}

impl Large {
    /// The sample, with so many of it.
    pub(crate) fn profile(&self, sample: &str, n: usize) -> String {
        assert_eq!(sample.matches(self.line).count(), 1, "{}", self.line);
        sample.replace(self.line, &(self.of)(n))
    }
}

/// One line for each number.
fn lines(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).map(line).collect()
}

const CHOSEN: &str = "  - HTS6\n";
const FLAG: &str = "minh_hoa: true\n";
const LEFT_OUT: &str = "  - {ma: HTS8, ly_do: Máy tính vừa được trang bị năm 2026}\n";
const LAST: &str = "  - {ma: I.3, ten: Bảo đảm an toàn thông tin}\n";
const COPY: &str = "  - \"Lưu: VT\"\n";

/// A text of the commune's own.
fn own_text(text: &str) -> String {
    format!("{LAST}van_ban:\n  dac-diem: \"{text}\"\n")
}

pub(crate) const ALL: [Large; 18] = [
    Large {
        name: "codes that nothing bears",
        line: CHOSEN,
        of: |n| lines(n, |at| format!("  - Q{at}\n")),
    },
    Large {
        name: "letters of a code",
        line: CHOSEN,
        of: |n| format!("  - {}\n", "HTS".repeat(n)),
    },
    Large {
        name: "keys of a mapping",
        line: FLAG,
        of: |n| FLAG.to_owned() + &lines(n, |at| format!("k{at}: 1\n")),
    },
    Large {
        name: "keys near a missing one",
        line: "muc_tieu:\n",
        of: |n| lines(n, |at| format!("muc_tieu{}: 1\n", at % 10)) + "muc_tieux:\n",
    },
    Large {
        name: "years",
        line: "  nam: [2027, 2028]\n",
        of: |n| format!("  nam: [{}]\n", vec!["2027"; n].join(", ")),
    },
    Large {
        name: "pieces of a value in braces",
        line: LEFT_OUT,
        of: |n| format!("  - {{ma: HTS8, ly_do: a{}}}\n", ", b c".repeat(n)),
    },
    Large {
        name: "colons in braces",
        line: LEFT_OUT,
        of: |n| format!("  - {{ma: HTS8, ly_do: {}}}\n", "Á: ".repeat(n)),
    },
    Large {
        name: "commas in braces",
        line: LEFT_OUT,
        of: |n| format!("  - {{ma: HTS8, ly_do: Á: {}}}\n", "x,".repeat(n)),
    },
    Large {
        name: "lines that are no YAML",
        line: FLAG,
        of: |n| FLAG.to_owned() + &"abc\n".repeat(n),
    },
    Large {
        name: "lines out of place",
        line: FLAG,
        of: |n| FLAG.to_owned() + &"   a: 1\n  b: 2\n".repeat(n),
    },
    Large {
        name: "empty placeholders",
        line: LAST,
        of: |n| own_text(&"{{}}".repeat(n)),
    },
    Large {
        name: "unknown placeholders",
        line: LAST,
        of: |n| own_text(&"{{a}} ".repeat(n)),
    },
    Large {
        name: "opened placeholders",
        line: LAST,
        of: |n| own_text(&"{{".repeat(n)),
    },
    Large {
        name: "bold within bold",
        line: LAST,
        of: |n| own_text(&("**a ".repeat(n) + &"b** ".repeat(n))),
    },
    Large {
        name: "links",
        line: LAST,
        of: |n| own_text(&"[a](https://b.vn) ".repeat(n)),
    },
    Large {
        name: "gaps of a form",
        line: LAST,
        of: |n| own_text(&"… ".repeat(n)),
    },
    Large {
        name: "recipients",
        line: COPY,
        of: |n| lines(n, |at| format!("  - UBND huyện {at}\n")) + COPY,
    },
    Large {
        name: "documents",
        line: COPY,
        of: |n| {
            format!("{COPY}can_cu:\n") + &lines(n, |at| format!("  - Luật số {at}/2005/QH11\n"))
        },
    },
];
