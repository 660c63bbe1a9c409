//! The codes with what they mean, in ascending order. A number is never used again for something else.

use super::Code;
use super::Severity;

codes! {
    /// A file or folder that is needed is not there.
    Error MISSING_FILE = 1;
    /// A file that cannot be read: not UTF-8, too large, no permission.
    Error UNREADABLE_FILE = 2;
    /// YAML that does not parse.
    Error BAD_YAML = 3;
    /// The same key twice in one mapping.
    Error DUPLICATE_KEY = 4;
    /// A key that is not known here.
    Error UNKNOWN_KEY = 5;
    /// A key that is needed is missing.
    Error MISSING_KEY = 6;
    /// A value of another type than is needed.
    Error WRONG_TYPE = 7;
    /// A value that is none of the allowed ones.
    Error UNKNOWN_VALUE = 8;
    /// A Markdown file without front matter, or with an unfinished one.
    Error NO_FRONT_MATTER = 9;
    /// A placeholder that nothing fills.
    Error UNKNOWN_PLACEHOLDER = 10;
    /// HTML, a picture or an unsafe link in Markdown, which is left out.
    Warning UNSUPPORTED_MARKUP = 11;
    /// A date or number that cannot be.
    Error BAD_NUMBER = 12;
    /// A letter that the fonts of the print do not have.
    Error UNPRINTABLE_LETTER = 13;
    /// Letters and their marks written apart (not NFC).
    Advice DECOMPOSED_LETTERS = 14;
    /// A text in curly quotes, which do not quote it.
    Warning CURLY_QUOTES = 15;
    /// A file whose name ends otherwise than that of one which is read, or a profile in a folder where none is.
    Warning WRONG_ENDING = 16;
    /// A workbook that is not read for the kind of its file or for its name.
    Warning UNREAD_WORKBOOK = 17;
    /// A text that ends at a ` #`.
    Warning CUT_TEXT = 19;
    /// A value that begins with `&` or `!`, which YAML takes for itself.
    Error SIGN_OF_YAML = 20;
    /// A backslash in double quotes that changes a letter.
    Warning ESCAPED_LETTER = 21;
    /// Lines of a list or table that YAML joins into one.
    Warning JOINED_LINES = 22;
    /// A row of a table in a text that has not as many cells as the head, or a line with tabs that is none.
    Warning UNEVEN_ROW = 23;
    /// Signs that show nothing or stand for a plain one, which were made plain.
    Advice HIDDEN_SIGNS = 25;
    /// Text in an encoding older than Unicode, or misread, which was read right.
    Warning OLD_LETTERS = 26;
    /// Text that may be in such an encoding, or is broken, and stays as it stands.
    Warning DOUBTFUL_LETTERS = 27;
    /// Letters of another alphabet that look like ours, which were made ours.
    Advice ALIKE_LETTERS = 28;

    /// A file of the catalogue whose name is not that of its code.
    Error FILE_NAME_AND_CODE_DIFFER = 101;
    /// A code that two entries of the catalogue bear.
    Error DUPLICATE_CODE = 102;
    /// A reference to something that the catalogue does not have.
    Error DANGLING_REFERENCE = 103;
    /// A heading that a guidance file must or must not have.
    Error WRONG_HEADING = 104;
    /// Components that need each other in a circle.
    Error DEPENDENCY_CYCLE = 105;
    /// A section of the plan that the catalogue does not have.
    Error MISSING_SECTION = 106;
    /// A component that needs what the folder took away from the catalogue.
    Warning NEEDS_REMOVED = 107;
    /// An entry that the folder took away from the catalogue, and of which others speak.
    Advice REMOVED_IS_MENTIONED = 108;

    /// A component that does not exist.
    Error UNKNOWN_COMPONENT = 201;
    /// An objective that does not exist.
    Error UNKNOWN_OBJECTIVE = 202;
    /// A task that does not exist.
    Error UNKNOWN_TASK = 203;
    /// The same thing chosen twice.
    Error CHOSEN_TWICE = 204;
    /// A supplementary component of another terrain.
    Error OTHER_TERRAIN = 205;
    /// A date outside its phase or the plan's years, or an end before its start.
    Error DATE_OUTSIDE = 206;
    /// A target without a value for a year of the plan, or with one for another year.
    Error TARGET_YEARS = 207;
    /// An own row of Phụ lục II that stands already or hangs in the air.
    Error BAD_BUDGET_ROW = 209;
    /// A commune that was asked for and is not there.
    Error UNKNOWN_COMMUNE = 210;
    /// A component that the centre or the province supplies.
    Error NOT_A_COMMUNES_COMPONENT = 211;
    /// An objective that events have overtaken.
    Warning SUPERSEDED_OBJECTIVE = 212;
    /// A profile with the name of one of our own folders.
    Error RESERVED_NAME = 213;
    /// A rule that does not exist.
    Error UNKNOWN_RULE = 214;
    /// A folder without any profile.
    Error NO_PROFILE = 215;
    /// A commune named with its kind, or a province without.
    Error PLACE_NAME = 216;
    /// A name of a file that Windows refuses or changes.
    Error NAME_FOR_WINDOWS = 217;
    /// Two names that are one on Windows or on a Mac.
    Error NAMES_COINCIDE = 218;
    /// A sign in a name that Windows or an address cannot bear, or that nobody sees.
    Error SIGN_IN_NAME = 219;
    /// Two profiles of one commune.
    Warning SAME_COMMUNE = 220;
    /// Two statements that exclude each other.
    Error CONTRADICTORY = 221;
    /// A province that was merged into another one.
    Error FORMER_PROVINCE = 230;
    /// The name of a province with other marks than its own.
    Error MISSPELT_PROVINCE = 231;
    /// A province that is called a city, or the other way.
    Error PROVINCE_KIND = 232;
    /// A name that none of the provinces and cities bears.
    Warning UNKNOWN_PROVINCE = 233;
    /// A province that has become a city since.
    Warning PROVINCE_NOW_CITY = 234;

    /// No sheet with the columns of an estimate.
    Error NO_ESTIMATE_TABLE = 301;
    /// A column of the estimate that is missing or there twice.
    Error ESTIMATE_COLUMN = 302;
    /// A cell without a value that is needed.
    Error EMPTY_CELL = 303;
    /// An amount that is not a number.
    Error AMOUNT_NOT_A_NUMBER = 304;
    /// An amount below zero.
    Error NEGATIVE_AMOUNT = 305;
    /// An amount with a fraction of a đồng.
    Error FRACTIONAL_AMOUNT = 306;
    /// An amount that is not quantity × unit price.
    Error AMOUNT_NOT_PRODUCT = 307;
    /// A total that is not the sum of its lines.
    Error TOTAL_NOT_SUM = 308;
    /// A row of Phụ lục II that does not exist or is no leaf.
    Error UNKNOWN_BUDGET_ROW = 309;
    /// A component that the profile has not chosen.
    Error COMPONENT_NOT_CHOSEN = 310;
    /// A year outside the plan.
    Error YEAR_OUTSIDE_PLAN = 311;
    /// A kind of cost or a source that is not known.
    Error UNKNOWN_COST_VALUE = 312;
    /// A cell with an error value or an uncalculated formula.
    Error CELL_ERROR = 313;
    /// A sum too large to be counted in whole đồng.
    Error OVERFLOW = 314;
    /// A workbook that cannot be read.
    Error BAD_WORKBOOK = 315;
    /// Money for a component that the centre or the province supplies.
    Error SHARED_COMPONENT_PAID = 316;
    /// A sheet of so many wrong lines that the rest is left unread.
    Error TOO_MANY_FAULTS = 317;
    /// A workbook that unpacks to more than an estimate can be.
    Error WORKBOOK_TOO_LARGE = 318;
    /// A price that is taken from the province's list.
    Advice PRICE_FROM_LIST = 319;
    /// A merged cell whose figure could belong to several lines.
    Error MERGED_FIGURE = 320;
    /// Two files that are both the estimate of a commune.
    Error TWO_ESTIMATES = 321;
    /// A price list that names an item twice, or a lowest price above the highest.
    Error BAD_PRICE = 322;
    /// A column of an estimate that holds figures but is none that counts.
    Warning UNUSED_COLUMN = 323;
    /// A sheet that is hidden and therefore not read.
    Advice HIDDEN_SHEET = 324;
    /// A unit of money that is not understood, or two that disagree.
    Error UNCLEAR_UNIT = 325;
    /// A sheet with figures, or what looks like a table, that is not read.
    Warning UNREAD_SHEET = 326;
    /// Contingency, a tax or a discount that stands in no line.
    Error EXTRA_ROW = 327;
    /// A row that rounds the total, which the plan does not.
    Warning ROUNDING_ROW = 328;
    /// Columns that spread an amount over years and sources and do not add up or fit together.
    Error SHARES_UNCLEAR = 329;
    /// A column that is not understood and may be money: a share of nobody, or a factor of an amount.
    Error COLUMN_OF_MONEY = 339;
    /// Rows that are hidden, by hand or by a filter, and count all the same.
    Warning HIDDEN_ROWS = 340;
    /// A column that is hidden and whose cells count all the same.
    Warning HIDDEN_COLUMN = 341;
    /// A line that is struck through and counts all the same.
    Warning STRUCK_LINE = 342;
    /// A source of money that does not say whose money it is.
    Error UNCLEAR_SOURCE = 350;
    /// Several sources of money in one line.
    Error SEVERAL_SOURCES = 351;
    /// A row that is the sum of the rows below it and would count them twice.
    Error SUM_COUNTED_TWICE = 361;
    /// A line of another year or source than its sheet or group is said to be of.
    Warning LINE_UNLIKE_HEADING = 362;
    /// A sum that a text states and that no sum of the estimate is.
    Warning STATED_SUM_DIFFERS = 363;
    /// A number in a column of words of which nobody can tell what the cell shows.
    Error UNKNOWN_TEXT = 364;
    /// A figure that its cell shows otherwise than it counts.
    Warning FIGURE_SHOWN_OTHERWISE = 365;
    /// A year that only the tab of the sheet tells, beside an empty column of years.
    Advice YEAR_FROM_TAB = 366;

    /// An essential component that is neither chosen nor left out with a reason.
    Warning ESSENTIAL_LEFT_OUT = 401;
    /// A component that needs one which is not chosen.
    Warning DEPENDENCY_MISSING = 402;
    /// A component that needs one of a later phase.
    Warning DEPENDENCY_LATER = 403;
    /// Supplementary components that wait for the province's opinion.
    Advice NEEDS_OPINION = 404;
    /// Money for building what the centre or the province supplies.
    Warning INVESTING_IN_SHARED = 405;
    /// A purchase that doubles a shared channel or system.
    Warning DOUBLES_SHARED = 406;
    /// A pillar without a component.
    Warning PILLAR_WITHOUT_COMPONENT = 407;
    /// A layer without a component.
    Advice LAYER_WITHOUT_COMPONENT = 408;
    /// A component that no chosen task carries out.
    Advice COMPONENT_WITHOUT_TASK = 409;
    /// A task none of whose components is chosen.
    Advice TASK_WITHOUT_COMPONENT = 410;
    /// The estimate names an own component by a code that the profile does not write.
    Warning OWN_CODE_UNWRITTEN = 411;
    /// A component that the province did not agree to.
    Error REFUSED_AND_CHOSEN = 412;

    /// A target that is worse than today.
    Warning VALUE_BELOW_BASELINE = 421;
    /// A share above 100 %.
    Error OVER_HUNDRED = 422;
    /// A target that falls back from year to year.
    Warning FALLING_BETWEEN_YEARS = 423;
    /// A target below what the source asks, without a reason.
    Warning BELOW_SOURCE = 424;
    /// A target that nothing chosen serves.
    Warning TARGET_UNSERVED = 425;
    /// A task or component that serves no target of the plan.
    Advice CHOICE_WITHOUT_TARGET = 426;
    /// A pillar without a target.
    Warning PILLAR_WITHOUT_TARGET = 427;
    /// A target that does not move.
    Advice TARGET_STANDS_STILL = 428;
    /// A count below nothing, of half a thing, or of more than there are.
    Error IMPOSSIBLE_COUNT = 429;

    /// Phases that overlap or come in the wrong order.
    Error PHASES_OUT_OF_ORDER = 431;
    /// All work in one quarter.
    Warning ALL_IN_ONE_QUARTER = 432;
    /// A year of the plan in which nothing is done.
    Warning YEAR_WITHOUT_WORK = 433;
    /// A task that ends before its components begin.
    Warning TASK_BEFORE_ITS_COMPONENTS = 434;
    /// A plan dated after its first phase.
    Warning PLAN_DATED_LATE = 435;

    /// A lead that is also among its supporters.
    Warning LEAD_ALSO_SUPPORTS = 441;
    /// A task without days of its own.
    Advice TASK_WITHOUT_DEADLINE = 442;
    /// A task for which the estimate has nothing.
    Warning TASK_WITHOUT_MONEY = 443;
    /// A body that is no more.
    Warning ABOLISHED_BODY = 444;
    /// One unit that leads nearly everything.
    Advice ONE_LEAD_FOR_ALL = 445;
    /// A task marked as costing nothing for which the estimate has money.
    Warning COSTLESS_WITH_MONEY = 446;

    /// A cost in a year in which its component is not carried out.
    Warning COST_OUTSIDE_PERIOD = 451;
    /// An investment without upkeep.
    Warning INVESTMENT_WITHOUT_UPKEEP = 452;
    /// Buying without saying why not renting.
    Warning BOUGHT_WITHOUT_REASON = 453;
    /// An estimate above the ceiling of the profile.
    Error ABOVE_CEILING = 454;
    /// A year of the plan in which nothing is spent.
    Warning YEAR_WITHOUT_MONEY = 455;
    /// A supplementary component for which the estimate has nothing.
    Advice COMPONENT_WITHOUT_MONEY = 456;
    /// A line in the row of another pillar than its component's.
    Advice ROW_UNLIKE_COMPONENT = 457;
    /// A socialised cost that the budget pays.
    Warning SOCIALISED_FROM_BUDGET = 458;
    /// A line that stands twice.
    Warning LINE_TWICE = 459;
    /// The same thing at two prices.
    Advice PRICES_DIFFER = 460;
    /// A line that spends nothing.
    Warning LINE_WITHOUT_AMOUNT = 461;

    /// A price outside the province's list.
    Warning PRICE_OUTSIDE_LIST = 462;
    /// A line that was begun and has no figures.
    Warning LINE_UNFILLED = 463;
    /// The dearer way, chosen between renting and buying.
    Advice DEARER_WAY = 464;
    /// An estimate that pays for another way than was chosen.
    Warning ESTIMATE_UNLIKE_WAY = 465;

    /// A price, a line or all prices of a table of an unlikely size.
    Warning PRICE_OUT_OF_SIZE = 466;
    /// A sum of an unlikely size.
    Warning TOTAL_OUT_OF_SIZE = 467;
    /// A line of more than half of the sum.
    Warning LINE_ABOVE_HALF = 468;
    /// The same thing at a price a thousand times another.
    Warning PRICE_FAR_FROM_SAME = 469;
    /// A table without a unit whose figures are too small for đồng.
    Error UNIT_UNSTATED = 470;
    /// A citation of a document that has ended or is a draft.
    Warning SUPERSEDED_LAW = 471;
    /// A document that is cited twice.
    Warning CITED_TWICE = 472;
    /// A number that is not that of a plan.
    Warning NUMBER_OF_PLAN = 473;
    /// No copy kept for the file.
    Warning NO_COPY_FOR_FILE = 474;
    /// Something of a form that was left unfilled.
    Warning LEFTOVER = 475;
    /// A part of the plan that is empty.
    Warning EMPTY_PART = 476;
    /// Figures of the commune that cannot be true together.
    Warning FIGURES_DISAGREE = 477;
    /// Money of others for a cost that is not called socialised.
    Warning PRIVATE_NOT_SOCIALISED = 478;
    /// A text that calls the province a city, or the other way.
    Warning OTHER_LEVEL_NAMED = 479;
    /// A citation of a document that was issued after the plan, or is not in force on its day.
    Warning LAW_TO_COME = 480;
    /// A document that the plan cites and that ends before the plan does.
    Warning LAW_ENDING = 481;
    /// A citation of a document that was not found in a public text.
    Warning LAW_UNCONFIRMED = 482;
    /// An abbreviation in the commune's words that nothing explains.
    Advice UNEXPLAINED_ABBREVIATION = 483;
    /// A part of a sample that is still to be filled in.
    Advice TO_FILL = 484;
    /// A plan without the name of whoever signs it.
    Advice SIGNATORY_UNNAMED = 485;
    /// An office that is written against the form of documents.
    Warning OFFICE_OF_SIGNATORY = 486;
    /// A task that begins before or after the phases of its components.
    Warning TASK_OUTSIDE_PHASES = 487;
    /// A draft that has its number and its day.
    Warning DRAFT_COMPLETE = 488;
    /// A draft whose day is open: by which day it is judged.
    Advice DRAFT_WITHOUT_DAY = 489;
    /// A row of the survey that differs from today's value of the target of the same thing.
    Warning SURVEY_UNLIKE_TARGET = 490;
    /// A share in the commune's own words that is none of the values of the target it speaks of.
    Warning TEXT_UNLIKE_TARGET = 491;
    /// A result that comes again and again, of work that ends before the plan.
    Advice RESULT_BEYOND_WORK = 492;
    /// A share in per cent that may be a fraction of one, or one of the survey above a hundred.
    Warning SHARE_OF_UNLIKELY_SIZE = 493;
    /// Work that began before the plan was signed.
    Advice WORK_BEFORE_SIGNING = 494;
    /// An answer of the province that came after the plan, or to what needs none.
    Advice OPINION_OUT_OF_PLACE = 495;
    /// Figures that are rounded because the profile allows fewer decimals than they need.
    Advice ROUNDED_FIGURES = 496;
    /// Figures of many decimals for a few small amounts.
    Advice MANY_DECIMALS = 497;
    /// A task that another body leads than its only component.
    Advice TASK_LED_BY_OTHER = 498;
    /// A task whose days are not those of its components.
    Advice TASK_BESIDE_COMPONENTS = 499;

    /// A template that cannot be drawn.
    Error TEMPLATE = 501;
    /// The labels file.
    Error LABELS = 502;
    /// A word too long for the print.
    Error WORD_TOO_LONG = 503;
    /// An address of a link too long for the print.
    Error ADDRESS_TOO_LONG = 504;
    /// A text of one line, such as a name, too long for the print.
    Error TEXT_TOO_LONG = 505;

    /// A file or folder that cannot be written.
    Error CANNOT_WRITE = 901;
}
