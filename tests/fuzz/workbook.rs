//! Faults in a workbook: in the bytes of the archive, and in its parts, which are put together again.

use super::archive;
use super::mutation;
use super::random::Random;

/// Words that mean something in the parts of a workbook.
const XML: &[&str] = &[
    "<",
    ">",
    "/>",
    "</c>",
    "</row>",
    "<row r=\"1\">",
    "<c r=\"A1\">",
    "<c r=\"XFD1048576\"><v>1</v></c>",
    "<c r=\"A0\">",
    "<c r=\"AAAAAAA1\">",
    "<c r=\"1A\">",
    "<c r=\"\">",
    "r=\"99999999999\"",
    "t=\"s\"",
    "t=\"b\"",
    "t=\"e\"",
    "t=\"str\"",
    "t=\"inlineStr\"",
    "t=\"d\"",
    "s=\"99999\"",
    "<v>-1</v>",
    "<v>1e308</v>",
    "<v>NaN</v>",
    "<v>99999999</v>",
    "<v>#REF!</v>",
    "<v></v>",
    "<f>A1*2</f>",
    "<f t=\"shared\" si=\"0\"/>",
    "<f t=\"shared\" ref=\"A1:A9\" si=\"99999999999\">1</f>",
    "<is><t>Tổng</t></is>",
    "&amp;",
    "&#x0;",
    "&bad;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "state=\"hidden\"",
    "Tổng cộng",
    "Năm",
    "Đơn giá",
    "1.200.000 đ",
    "1,2 tỷ",
    "2027",
    "HTS7",
    "I.1.8",
    "\u{0}",
    "\u{301}",
    "46023.5",
    "date1904=\"1\"",
    "formatCode=\"dd/mm/yyyy\"",
    "numFmtId=\"14\"",
    "Target=\"../../a.xml\"",
    "r:id=\"rId9\"",
];

/// A workbook of the corpus with a few faults.
pub(crate) fn mutate(random: &mut Random, corpus: &[Vec<u8>]) -> Vec<u8> {
    let bytes = corpus[random.below(corpus.len())].clone();
    // An .xls file is no archive.
    if random.below(4) == 0 || !bytes.starts_with(b"PK") {
        return mutation::mutate(random, &[bytes], XML);
    }
    let mut parts = archive::unpack(&bytes);
    for _ in 0..=random.below(3) {
        // Mostly in a sheet or the texts: that is where readers have most to do.
        let wanted = [
            "sheet1",
            "sharedStrings",
            "sheet",
            "styles",
            "workbook",
            "content",
            "",
        ];
        let wanted = random.pick(&wanted);
        let fitting: Vec<usize> = (0..parts.len())
            .filter(|index| parts[*index].0.contains(wanted))
            .collect();
        if fitting.is_empty() {
            continue;
        }
        let index = fitting[random.below(fitting.len())];
        if random.below(30) == 0 {
            parts.remove(index);
        } else {
            let part = [std::mem::take(&mut parts[index].1)];
            parts[index].1 = mutation::mutate(random, &part, XML);
        }
    }
    archive::pack(parts)
}
