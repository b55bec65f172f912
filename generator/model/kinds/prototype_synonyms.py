"""Other names that people give to the fields of a prototype."""

from __future__ import annotations

SYNONYMS = {
    "areas": "Area, Place, Places, Location, Locations, Site, Sites",
    "stage": "Status, Phase, Current stage, Current status",
    "verdict": "Has it worked?, Overall verdict",
    "verdict_basis": "Reason, Reason for verdict, Why do you say so?",
    "type": "Category, Project type, Prototype type",
    "started": "Start date, Start, Date started, Began, Launched, Launch date, Go-live date",
    "ended": "End date, End, Date ended, Finished, Finish date, Completed, Completion date",
    "population": "Target group, Target population, Who is it for?, Beneficiaries, Cohort",
    "starting_point": "Background, Problem, The problem, Starting situation",
    "outcomes_aimed": "Intended outcomes, Target outcomes",
    "aims": "Aim, Objective, Objectives, Goal, Goals, Target, Targets",
    "co_production": "Involvement",
    "modifications": "Change, Changes, Adaptations",
    "history": "Stages, Milestones",
    "measures": "Result, Results, Measure, Figure, Figures",
    "benefits_claimed": "Benefit, Benefits, Expected benefits",
    "lessons": "Learning, Lessons learned, Lessons learnt",
    "risks": "Risk",
    "reviews": "Review, Review note",
    "partners": "Partner, Organisation, Organisations, Organization",
    "groups": "Governance, Reports to, Oversight",
    "sponsor": "Executive sponsor, Senior sponsor, Senior responsible owner, SRO",
    "team": "Project team, Delivery team",
    "practices": "Practice, Practices used",
    "principles": "Principle",
    "continues": "Follows on from",
    "links": "Link, Web link, Web links, Website, Websites",
    "recognition": "Award, Awards",
}
