// SPDX-License-Identifier: Apache-2.0

/// Made-up files with the headers of real exports, and what they hold, written by hand.
enum PresetTwins {
  static let all: [PresetTwin] = [
    PresetTwin(
      "daylio",
      """
      full_date,date,weekday,time,mood,activities,note_title,note
      2026-03-02,2 March,Monday,10:00 pm,good ,"coffee | bad sleep | stomachache ","",""
      2026-03-01,1 March,Sunday,14:58,"sparkly","","Title","Two, things"
      """,
      [
        "-|2026-03-01T14:58|note|-|-|-|-|Title",
        "-|2026-03-01T14:58|note|-|-|-|-|Two, things",
        "-|2026-03-01T14:58|note|-|-|-|-|mood: sparkly",
        "-|2026-03-02T22:00|food|coffee|-|-|-|-",
        "-|2026-03-02T22:00|symptom|stomach ache|-|-|-|-",
        "-|2026-03-02T22:00|context|bad sleep|-|-|-|-",
        "-|2026-03-02T22:00|context|mood|7.5|0-10|-|-",
      ]),
    PresetTwin(
      "daylio",
      """
      \u{FEFF}full_date,date,weekday,time,mood,activities,scales,note_title,note
      2026-04-12,April 12,Sunday,12:00,rad,"","Sleep Quality: 8/10 points | Sleep Time: 7:30","",""
      """,
      [
        "-|2026-04-12T12:00|context|mood|10|0-10|-|-",
        "-|2026-04-12T12:00|context|sleep|7.5|h|-|-",
        "-|2026-04-12T12:00|context|sleep-quality|8|0-10|-|-",
      ]),
    PresetTwin(
      "flaredown",
      """
      Date,IBS,Nausea,Metformin,Tags,Foods,Weather summary,Weather max temperature
      2026-01-05,3,0,500mg,"travel; walked","Cheese, cheddar; Bread, rye",Clear,12
      2026-01-06,,1,Not Taken,"","",Rain,9
      2026-01-07,2,,Taken,"","Milk, whole",Rain,9
      """,
      [
        "-|2026-01-05|food|Bread, rye|-|-|-|-", "-|2026-01-05|food|Cheese, cheddar|-|-|-|-",
        "-|2026-01-05|symptom|IBS|3|0-4|-|-", "-|2026-01-05|symptom|Nausea|0|0-4|-|-",
        "-|2026-01-05|context|medication|500|mg|-|Metformin",
        "-|2026-01-05|context|travel|-|-|-|-", "-|2026-01-05|context|walked|-|-|-|-",
        "-|2026-01-06|symptom|Nausea|1|0-4|-|-", "-|2026-01-07|food|Milk, whole|-|-|-|-",
        "-|2026-01-07|symptom|IBS|2|0-4|-|-", "-|2026-01-07|context|medication|-|-|-|Metformin",
      ]),
    PresetTwin(
      "flaredown",
      """
      user_id,age,sex,country,checkin_date,trackable_id,trackable_type,trackable_name,trackable_value
      p1,30,female,DE,2026-01-05,1,Symptom,Fatigue,4
      p1,30,female,DE,2026-01-05,2,Treatment,Ibuprofen,400 mg
      p2,0,,,2026-01-05,3,Food,"Cheese, cheddar",
      p2,0,,,2026-01-05,4,Weather,icon,rain
      p2,0,,,2026-01-06,1,Condition,IBS,
      """,
      [
        "p1|2026-01-05|symptom|Fatigue|4|0-4|-|-",
        "p1|2026-01-05|context|medication|400|mg|-|Ibuprofen",
        "p2|2026-01-05|food|Cheese, cheddar|-|-|-|-",
      ]),
    PresetTwin(
      "lose-it",
      """
      Date,Name,Icon,Type,Quantity,Units,Calories,Deleted,Fat (g)
      03/04/2026,Rye bread,Bread,Breakfast,2,Slices,160,0,n/a
      03/04/2026,Pizza,Pizza,Lunch,"1,000.5",Grams,900,true,10
      03/04/2026,Walking,Walk,Exercise,30,Minutes,-100,0,n/a
      """,
      ["-|2026-03-04T06:00/2026-03-04T10:00|food|Rye bread|2|Slices|-|meal: Breakfast"]),
    PresetTwin(
      "lose-it",
      """
      Date,Name,Icon,Meal,Quantity,Units,Calories,Deleted,Fat (g),Protein (g),Carbohydrates (g)
      03/04/2026,"Beans, baked",Beans,Snacks,"1,000",Grams,n/a,0,n/a,n/a,n/a
      03/05/2026,Tea,Tea,Dinner,1,Cup,2,1,0,0,0
      """,
      ["-|2026-03-04|food|Beans, baked|1000|Grams|-|meal: Snacks"]),
    PresetTwin(
      "lose-it",
      "Date,Value,Secondary Value,Last Updated\n03/13/2026,7.5,0,2026-03-13T08:00:00+0100\n",
      name: "LoseIt/sleep-hours.csv", ["-|2026-03-13|context|sleep|7.5|h|-|-"]),
    PresetTwin(
      "lose-it",
      "Date,Value,Secondary Value,Last Updated\n03/13/2026,40,0,2026-03-13T08:00:00+0100\n",
      name: "LoseIt/water-intake.csv", ["-|2026-03-13|context|water|40|-|-|-"]),
    PresetTwin(
      "lose-it", "Date,Title,Body\n12/31/2025,Day,\"Slept, badly\"\n",
      ["-|2025-12-31|note|-|-|-|-|Day Slept, badly"]),
    PresetTwin(
      "macrofactor",
      """
      \u{FEFF}Date,Time,Food Name,Serving Size,Serving Qty,Serving Weight (g),Calories (kcal),"B12, Cobalamin (mcg)"
      2026-10-13,07:30,"Oats, rolled",cup,1.5,120.0,450,
      """,
      ["-|2026-10-13T07:30|food|Oats, rolled|1.5|cup|-|-"]),
    PresetTwin(
      "visible",
      "observation_date,tracker_name,tracker_category,observation_value \n"
        + "2026-05-21,Nausea,Gastrointestinal,1 \n2026-05-21,Resting HR,Measurement,62 \n"
        + "2026-05-21,Mentally demanding,Cognitive,2 \n2026-05-20,Infection,Experience,0 \n"
        + "2026-05-20,Sleep,Sleep,2 \n",
      [
        "-|2026-05-20|context|Sleep rating|2|-|-|-", "-|2026-05-21|symptom|Nausea|1|0-3|-|-",
        "-|2026-05-21|context|Mentally demanding|2|0-3|-|-",
        "-|2026-05-21|context|Resting HR|62|-|-|-",
      ]),
    PresetTwin(
      "track-and-graph",
      """
      FeatureName,Timestamp,Value,Label,Note
      Milk,2026-09-14T21:30:41.432+01:00,1.0,,
      Headache,2026-09-15T08:00:00.000+01:00,3.0,bad,"woke up with it"
      Steps,2026-09-15T09:00:00Z,4000,,
      """,
      [
        "-|2026-09-14T21:30:41+01:00|food|Milk|1|-|-|-",
        "-|2026-09-15T08:00+01:00|symptom|Headache|3|-|-|bad",
        "-|2026-09-15T08:00+01:00|note|-|-|-|-|Headache: woke up with it",
        "-|2026-09-15T09:00Z|context|Steps|4000|-|-|-",
      ]),
    PresetTwin(
      "track-and-graph",
      """
      FeatureName,Timestamp,Value,Note
      Nausea,2026-09-14T21:30:41.432Z,3:Strong,
      Reading,2026-09-14T22:30:00.000Z,1:30:00,long
      """, zone: "Europe/Berlin",
      [
        "-|2026-09-14T23:30:41+02:00|symptom|Nausea|3|-|-|Strong",
        "-|2026-09-15T00:30+02:00|context|Reading|1.5|h|-|-",
        "-|2026-09-15T00:30+02:00|note|-|-|-|-|Reading: long",
      ]),
    PresetTwin(
      "loop-habit-tracker",
      "Date,Headache,Water,Milk,\n2026-02-02,2,5000,2,\n2026-02-01,0,-1,0,\n",
      name: "Loop/Checkmarks.csv",
      [
        "-|2026-02-01|symptom|Headache|none|mild-severe|-|-", "-|2026-02-02|food|Milk|1|-|-|-",
        "-|2026-02-02|symptom|Headache|-|-|-|-", "-|2026-02-02|context|Water|5|-|-|-",
      ]),
    PresetTwin(
      "opennutritracker",
      """
      id,date_time,type,amount,unit,meal_code,meal_name,meal_brands,meal_source,kcal_per_100g
      1,2026-06-01T08:15:00.000,breakfast,150.0,g,c1,Plain yoghurt,Own,custom,60
      """,
      ["-|2026-06-01T08:15|food|Plain yoghurt|150|g|-|Own"]),
    PresetTwin(
      "myfitnesspal",
      "\u{FEFF}Date,Meal,Time,Calories,Fat (g),Saturated Fat,Cholesterol,Carbohydrates (g),Fiber,Sugar,"
        + "Protein (g)\r\n2026-03-06,Bocado\u{A0}1,10:00 AM,214.5,14.9,4.8,616.5,1.4,,0.3,18.6\r\n",
      [
        "-|2026-03-06T10:00|context|calories|214.5|kcal|-|-",
        "-|2026-03-06T10:00|context|carbohydrates|1.4|g|-|-",
        "-|2026-03-06T10:00|context|fat|14.9|g|-|-",
        "-|2026-03-06T10:00|context|sugar|0.3|g|-|-",
      ]),
    PresetTwin(
      "myfitnesspal",
      """
      Date,Exercise,Type,Exercise Calories,Exercise Minutes,Sets,Reps Per Set,Kilograms,Steps,Note
      2026-03-06,\"\"\"Walking, 3.5 mph\"\"\",Cardio,100,25,,,,,
      """,
      ["-|2026-03-06|context|exercise|25|min|-|\"Walking, 3.5 mph\""]),
    // Timed entries, some without a time, meals with no-break blanks, no notes, CR LF.
    PresetTwin(
      "myfitnesspal",
      "\u{FEFF}Date,Meal,Time,Calories,Fat (g),Saturated Fat,Polyunsaturated Fat,Cholesterol,"
        + "Sodium (mg),Carbohydrates (g),Fiber,Sugar,Protein (g)\r\n"
        + "2026-03-06,Breakfast,10:00 AM,300,10,1,1,0,5,40,3,9,12\r\n"
        + "2026-03-07,Bocado\u{A0}1,,100,,0,0,0,1,20,,5,2\r\n",
      [
        "-|2026-03-06T10:00|context|calories|300|kcal|-|-",
        "-|2026-03-06T10:00|context|carbohydrates|40|g|-|-",
        "-|2026-03-06T10:00|context|fat|10|g|-|-", "-|2026-03-06T10:00|context|fiber|3|g|-|-",
        "-|2026-03-06T10:00|context|sugar|9|g|-|-", "-|2026-03-07|context|calories|100|kcal|-|-",
        "-|2026-03-07|context|carbohydrates|20|g|-|-", "-|2026-03-07|context|sugar|5|g|-|-",
      ]),
    PresetTwin(
      "myfitnesspal", "Date,Body Fat %,Weight\n2026-03-06,20,71.5\n",
      ["-|2026-03-06|context|weight|71.5|-|-|-"]),
    PresetTwin(
      "myfitnesspal", "Date,Weight\n2026-03-06,71.5\n",
      ["-|2026-03-06|context|weight|71.5|-|-|-"]),
    PresetTwin(
      "whoop",
      """
      Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset,Asleep duration (min),Nap
      2026-09-15 00:08:36,2026-09-16 00:30:00,UTC-04:00,2026-09-15 00:08:36,2026-09-15 07:38:00,420,false
      2026-09-15 00:08:36,2026-09-16 00:30:00,UTC-04:00,2026-09-15 14:00:00,2026-09-15 14:30:00,30,true
      """,
      [
        "-|2026-09-15T07:38-04:00|context|sleep|7|h|-|-",
        "-|2026-09-15T14:30-04:00|context|nap|0.5|h|-|-",
      ]),
    PresetTwin(
      "drip",
      """
      date,temperature.value,bleeding.value,bleeding.exclude,pain.cramps,pain.headache,pain.other,pain.note,mood.note,note.value
      2026-02-03,36.6,2,false,true,,,,,so so
      2026-02-04,,,,,true,true,sore knee,tearful,
      2026-02-05,,0,false,,,,,,
      """,
      [
        "-|2026-02-03|symptom|cramps|-|-|-|-", "-|2026-02-03|context|menses|1|-|-|-",
        "-|2026-02-03|note|-|-|-|-|so so", "-|2026-02-04|symptom|headache|-|-|-|-",
        "-|2026-02-04|symptom|other pain|-|-|-|-", "-|2026-02-04|note|-|-|-|-|mood: tearful",
        "-|2026-02-04|note|-|-|-|-|pain: sore knee", "-|2026-02-05|context|menses|0|-|-|-",
      ]),
    PresetTwin(
      "samsung-health",
      files: [
        (
          "\u{FEFF}com.samsung.health.food_intake,6307003,6\n"
            + "create_sh_ver,start_time,amount,meal_type,name,unit,calorie,time_offset,datauuid,food_info_id\n"
            + "1,2025-09-11 17:07:15.737,2.0,100003,,120001,300,UTC+0530,u1,f1,\n"
            + "1,2025-09-11 20:00:00.000,1.0,100003,Dal,120001,300,UTC+0530,u2,,\n",
          "com.samsung.health.food_intake.20260101.csv"
        ),
        (
          "\u{FEFF}com.samsung.health.food_info,6307003,6\nname,datauuid\nRoti,f1,\n",
          "com.samsung.health.food_info.20260101.csv"
        ),
      ],
      [
        "-|2025-09-11T22:37:15+05:30|food|Roti|2|-|-|-",
        "-|2025-09-12T01:30+05:30|food|Dal|1|-|-|-",
      ]),
    PresetTwin(
      "intake24",
      """
      \u{FEFF}Survey ID,User ID,Start DateTime,Recall Date,Meal ID,Meal name,Meal time,Food ID,Name (en),Name (local),Search term,Missing name,Portion Weight
      s,u7,2026-05-02T09:00:00Z,2026-05-01,1,Breakfast,08:15,11,Semi skimmed milk,N/A,milk,N/A,200
      s,u7,2026-05-02T09:00:00Z,2026-05-01,2,Lunch,12:30,0,N/A,N/A,idli,Idli,80.5
      """,
      [
        "u7|2026-05-01T08:15|food|Semi skimmed milk|200|g|-|milk",
        "u7|2026-05-01T12:30|food|Idli|80.5|g|-|-",
      ]),
    PresetTwin(
      "asa24",
      """
      RecallRecId,UserName,ReportingDate,Occ_No,Occ_Time,Occ_Name,FoodCode,FoodAmt,KCAL,Food_Description
      x,S1,11/5/2021,1,11/5/2021 7:00,1,11111000,244,149,"Milk, whole"
      """,
      ["S1|2021-11-05T07:00|food|Milk, whole|244|g|-|-"]),
    PresetTwin(
      "fhir",
      """
      <?xml version="1.0"?>
      <Bundle xmlns="http://hl7.org/fhir"><entry><resource><NutritionIntake>
      <status value="completed"/><subject><reference value="Patient/7"/></subject>
      <occurrenceDateTime value="2026-08-02T12:45:18+04:00"/>
      <consumedItem><type><text value="food"/></type><nutritionProduct><concept><coding>
      <display value="Apple, raw"/></coding></concept></nutritionProduct>
      <amount><value value="150"/><unit value="g"/></amount></consumedItem>
      <consumedItem><type><text value="Tea"/></type><notConsumed value="true"/></consumedItem>
      <consumedItem><type><text value="Rice"/></type></consumedItem>
      </NutritionIntake></resource></entry><entry><resource><Observation>
      <status value="final"/><code><text value="Nausea"/></code>
      <subject><reference value="Patient/7"/></subject>
      <effectiveDateTime value="2026-08-02T15:00:00+04:00"/>
      <valueCodeableConcept><text value="Moderate"/></valueCodeableConcept>
      </Observation></resource></entry><entry><resource><Observation>
      <status value="final"/><code><text value="Symptoms"/></code>
      <subject><reference value="Patient/7"/></subject>
      <effectiveDateTime value="2026-08-03"/>
      <component><code><text value="Bloating"/></code><valueInteger value="7"/></component>
      <component><code><text value="Wheeze"/></code><valueBoolean value="false"/></component>
      <component><code><text value="Rash"/></code><dataAbsentReason/></component>
      <component><code><text value="Cramps"/></code><valueString value="Severe"/></component>
      <component><code><text value="Reflux"/></code><valueString value="quite bad"/></component>
      </Observation></resource></entry><entry><resource><Observation>
      <status value="final"/><code><text value="Hives"/></code>
      <subject><reference value="Patient/7"/></subject>
      <effectiveDateTime value="2026-08-03"/><valueBoolean value="true"/>
      </Observation></resource></entry><entry><resource><AllergyIntolerance>
      <code><text value="Peanut"/></code><patient><reference value="Patient/7"/></patient>
      </AllergyIntolerance></resource></entry><entry><resource><AllergyIntolerance>
      <verificationStatus><coding><code value="refuted"/></coding></verificationStatus>
      <code><text value="Egg"/></code><patient><reference value="Patient/7"/></patient>
      </AllergyIntolerance></resource></entry><entry><resource><AllergyIntolerance>
      <type value="intolerance"/><code><text value="Lactose"/></code>
      <patient><reference value="Patient/7"/></patient>
      </AllergyIntolerance></resource></entry></Bundle>
      """, name: "bundle.xml",
      [
        "Patient/7|-|profile|allergy|Peanut|-|-|-",
        "Patient/7|-|profile|condition|intolerance: Lactose|-|-|-",
        "Patient/7|2026-08-02T12:45:18+04:00|food|Apple, raw|150|g|-|-",
        "Patient/7|2026-08-02T12:45:18+04:00|food|Rice|-|-|-|-",
        "Patient/7|2026-08-02T15:00+04:00|symptom|Nausea|moderate|mild-severe|-|-",
        "Patient/7|2026-08-03|symptom|Bloating|7|-|-|-",
        "Patient/7|2026-08-03|symptom|Wheeze|none|mild-severe|-|-",
        "Patient/7|2026-08-03|symptom|Cramps|severe|mild-severe|-|-",
        "Patient/7|2026-08-03|symptom|Reflux|-|-|-|quite bad",
        "Patient/7|2026-08-03|symptom|Hives|-|-|-|-",
      ]),
  ]
}
