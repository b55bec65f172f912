academyFind.take("lbdiejdgihic","f-verdict",[["worked","Worked",0,"a"],["not-reported","No result reported",0,"b"]]);
