academyFind.take("d3f4c5da4678","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
