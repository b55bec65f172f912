academyFind.take("1e414b68765a","f-judged_by",[["those-involved","In the view of those involved",0,"#"]]);
