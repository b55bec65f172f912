academyFind.take("cb513638faad","f-judged_by",[["not-stated","Not stated",0,"#"]]);
