//! A random profile and its estimate: what is chosen, and the text of both files.
//!
//! What is written here for a commune has neither a code, a figure nor the name of a body, so that whatever the
//! plan says of them is its own.

use std::fmt::Write;

use super::catalogue::Catalogue;
use super::catalogue::Work;
use super::files;
use super::place::Place;
use crate::random::Random;

/// Names of bodies that the guidance does not have.
const OTHERS: [&str; 3] = [
    "Trung tâm Dịch vụ tổng hợp",
    "Ban Quản lý chợ Trung tâm",
    "Hội Cựu chiến binh",
];

/// A component or task that is chosen, and who carries it out.
pub(crate) struct Chosen {
    pub(crate) code: String,
    pub(crate) name: String,
    /// By name, as the plan must have them everywhere.
    pub(crate) lead: String,
    pub(crate) support: Vec<String>,
    /// Its item in the profile.
    pub(super) item: String,
}

/// A target.
pub(crate) struct Target {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) unit: String,
    pub(crate) pillar: String,
    pub(crate) baseline: Figure,
    /// A value a year.
    pub(crate) values: Vec<Figure>,
}

/// A figure in tenths.
#[derive(Clone, Copy)]
pub(crate) struct Figure(usize);

impl Figure {
    fn random(random: &mut Random, unit: &str) -> Self {
        Self(match unit {
            "%" => random.below(1001),
            // There are three of them.
            "trụ cột" => random.below(4) * 10,
            _ => random.below(40) * 10,
        })
    }

    /// With this sign before its tenths.
    pub(super) fn with(self, point: char) -> String {
        match self.0 % 10 {
            0 => format!("{}", self.0 / 10),
            tenth => format!("{}{point}{tenth}", self.0 / 10),
        }
    }

    /// As a reader sees it.
    pub(crate) fn shown(self) -> String {
        self.with(',')
    }
}

/// A profile.
pub(crate) struct Profile {
    pub(crate) slug: String,
    pub(crate) place: Place,
    pub(crate) years: Vec<usize>,
    /// In the order of the catalogue, the commune's own behind it.
    pub(crate) components: Vec<Chosen>,
    pub(crate) tasks: Vec<Chosen>,
    pub(crate) targets: Vec<Target>,
    /// What it leaves out with a reason.
    pub(crate) left_out: Vec<String>,
    /// The file.
    pub(crate) text: String,
    /// Its estimate.
    pub(crate) estimate: String,
}

/// How a random choice is made.
struct Draw<'a> {
    random: Random,
    catalogue: &'a Catalogue,
    place: Place,
    years: Vec<usize>,
}

impl Profile {
    /// The profile of a number, the same in every run.
    pub(crate) fn random(number: usize, catalogue: &Catalogue) -> Self {
        let mut random = Random::new(&format!("selection {number}"));
        let place = Place::random(&mut random);
        let years = (2027..).take(1 + random.below(3)).collect();
        let mut draw = Draw {
            random,
            catalogue,
            place,
            years,
        };
        draw.profile(number)
    }
}

impl Draw<'_> {
    fn one_in(&mut self, n: usize) -> bool {
        self.random.below(n) == 0
    }

    fn profile(&mut self, number: usize) -> Profile {
        let catalogue = self.catalogue;
        let terrain = self.place.terrain;
        let offered = catalogue.components.iter();
        let offered: Vec<&Work> = offered.filter(|it| it.is_offered(terrain)).collect();
        let mut components = self.some(&offered, true);
        let tasks: Vec<&Work> = catalogue.tasks.iter().collect();
        let mut tasks = self.some(&tasks, false);
        let mut targets = self.targets();
        let mut own_target = String::new();
        if self.one_in(4) {
            components.push(self.own_component());
            tasks.push(self.own_task());
            let (target, item) = self.own_target();
            targets.push(target);
            own_target = item;
        }
        let essential = offered.iter().filter(|it| it.is_essential());
        let left: Vec<&&Work> = essential
            .filter(|it| components.iter().all(|chosen| chosen.code != it.code))
            .collect();
        let left = left.into_iter().filter(|_| self.random.below(3) == 0);
        let left_out: Vec<String> = left.map(|it| it.code.clone()).collect();
        let slug = format!("noi-{number:04}");
        let mut profile = Profile {
            slug,
            place: self.place.clone(),
            years: self.years.clone(),
            components,
            tasks,
            targets,
            left_out,
            text: String::new(),
            estimate: String::new(),
        };
        profile.text = files::profile(&format!("Nơi {number}"), &profile, &own_target);
        profile.estimate = files::estimate(&mut self.random, &profile, &self.catalogue.rows);
        profile
    }

    /// Few, some, or nearly all of a list, each with who carries it out and when.
    fn some(&mut self, offered: &[&Work], has_phases: bool) -> Vec<Chosen> {
        let share = [2, 8, 8, 16, 40, 98][self.random.below(6)];
        let mut chosen = Vec::new();
        for work in offered {
            if self.random.below(100) < share {
                chosen.push(self.chosen(work, has_phases));
            }
        }
        if chosen.is_empty() {
            let only = self.random.below(offered.len());
            chosen.push(self.chosen(offered[only], has_phases));
        }
        chosen
    }

    fn chosen(&mut self, work: &Work, has_phases: bool) -> Chosen {
        let name = |draw: &Self, body: &str| draw.catalogue.body(body, &draw.place);
        let mut item = format!("ma: {}", work.code);
        let own_lead = self.one_in(3).then(|| self.body());
        let lead = own_lead.as_ref().unwrap_or(&work.lead);
        if own_lead.is_some() {
            let _ = write!(item, ", chu_tri: {lead}");
        }
        let lead_name = name(self, lead);
        let support: Vec<String> = if self.one_in(3) {
            let n_others = self.random.below(5);
            let mut own: Vec<String> = (0..n_others).map(|_| self.body()).collect();
            own.sort();
            own.dedup();
            own.retain(|body| body != lead);
            let _ = write!(item, ", phoi_hop: [{}]", own.join(", "));
            own.iter().map(|body| name(self, body)).collect()
        } else {
            let usual = work.support.iter().map(|body| name(self, body));
            usual.filter(|body| *body != lead_name).collect()
        };
        let _ = write!(item, "{}", self.time(work.phase, has_phases));
        if has_phases && self.one_in(5) {
            item.push_str(", them_noi_dung: Việc này được làm theo cách riêng của địa phương.");
        }
        if !has_phases && self.one_in(3) {
            item.push_str(", khong_kinh_phi: true");
        }
        Chosen {
            code: work.code.clone(),
            name: work.name.clone(),
            lead: lead_name,
            support,
            item: format!("{{{item}}}"),
        }
    }

    /// The code of a body, now and then the name of another.
    fn body(&mut self) -> String {
        if self.one_in(6) {
            return self.random.pick(&OTHERS).to_owned();
        }
        let codes = self.catalogue.body_codes(self.place.has_district);
        self.random.pick(&codes).to_owned()
    }

    /// What an item says of its time.
    fn time(&mut self, usual: usize, has_phases: bool) -> String {
        let [first, last] = [self.years[0], self.years[self.years.len() - 1]];
        let phase = if self.one_in(2) {
            usual
        } else {
            1 + self.random.below(3)
        };
        match (self.random.below(6), has_phases) {
            (0, _) => ", thuong_xuyen: true".to_owned(),
            (1, true) => {
                let phases: Vec<String> = (phase..4).map(|phase| phase.to_string()).collect();
                format!(", giai_doan: [{}]", phases.join(", "))
            }
            (2, true) => format!(", giai_doan: {phase}"),
            (3, true) => format!(", giai_doan: 3, ket_thuc: 31/12/{last}"),
            (4, true) => format!(", giai_doan: 3, thoi_han: Quý IV/{last}"),
            (3, false) => format!(", bat_dau: 01/03/{first}, ket_thuc: 31/12/{last}"),
            (4, false) => format!(", thoi_han: Quý IV/{last}"),
            _ => String::new(),
        }
    }

    fn targets(&mut self) -> Vec<Target> {
        let share = [1, 5, 10, 30, 95][self.random.below(5)];
        let catalogue = self.catalogue;
        let mut targets = Vec::new();
        let only = self.random.below(catalogue.objectives.len());
        for (index, objective) in catalogue.objectives.iter().enumerate() {
            if index == only || self.random.below(100) < share {
                let [code, name, unit, pillar] = [
                    &objective.code,
                    &objective.name,
                    &objective.unit,
                    &objective.pillar,
                ];
                targets.push(self.target([code, name, unit, pillar]));
            }
        }
        targets
    }

    fn target(&mut self, [code, name, unit, pillar]: [&str; 4]) -> Target {
        let baseline = Figure::random(&mut self.random, unit);
        let n_years = self.years.len();
        let values = (0..n_years).map(|_| Figure::random(&mut self.random, unit));
        Target {
            values: values.collect(),
            code: code.to_owned(),
            name: name.to_owned(),
            unit: unit.to_owned(),
            pillar: pillar.to_owned(),
            baseline,
        }
    }

    fn own_component(&mut self) -> Chosen {
        let lead = self.body();
        let item = format!(
            "{{ten: Chợ phiên trên mạng, ma: CHO1, tru_cot: kinh_te_so, lop: 3, giai_doan: [1, 2], dong: II.1, chu_tri: {lead}, \
             noi_dung: Mở gian hàng chung của địa phương., ket_qua: Gian hàng chung}}"
        );
        Chosen {
            code: "CHO1".to_owned(),
            name: "Chợ phiên trên mạng".to_owned(),
            lead: self.catalogue.body(&lead, &self.place),
            support: Vec::new(),
            item,
        }
    }

    fn own_task(&mut self) -> Chosen {
        let lead = self.body();
        let item = format!(
            "{{ten: Ngày hội mua sắm trên mạng, ma: HOI1, tru_cot: kinh_te_so, chu_tri: {lead}, noi_dung: Mở ngày hội, \
             ket_qua: Ngày hội, thanh_phan: [CHO1], thuong_xuyen: true, khong_kinh_phi: true}}"
        );
        Chosen {
            code: "HOI1".to_owned(),
            name: "Ngày hội mua sắm trên mạng".to_owned(),
            lead: self.catalogue.body(&lead, &self.place),
            support: Vec::new(),
            item,
        }
    }

    /// A target of the commune's own, and its item but for its figures.
    fn own_target(&mut self) -> (Target, String) {
        let name = "Tỷ lệ quầy hàng nhận thanh toán số";
        let target = self.target(["QH-01", name, "%", "kinh_te_so"]);
        let item = format!(
            "ten: {name}, ma: QH-01, tru_cot: kinh_te_so, don_vi: \"%\", cach_do: Đếm số quầy hàng., thanh_phan: [CHO1]"
        );
        (target, item)
    }
}
